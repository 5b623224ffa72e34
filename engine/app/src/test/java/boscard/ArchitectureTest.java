package boscard;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.ArrayList;
import java.util.List;

/** The house of docs/architecture.md: who may use whom. */
@AnalyzeClasses(packages = "boscard", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    /** In order of use: each package uses only those before it. */
    private static final List<String> CORE =
            List.of("source", "problem", "fact", "indicator", "table", "rulebook", "evaluation", "explanation");

    @ArchTest
    static void eachCorePackageUsesOnlyThoseBeforeIt(com.tngtech.archunit.core.domain.JavaClasses classes) {
        for (int i = 0; i < CORE.size(); i++) {
            var later = new ArrayList<String>();
            CORE.subList(i + 1, CORE.size()).forEach(name -> later.add("boscard." + name + ".."));
            later.addAll(List.of(
                    "boscard.drools..",
                    "boscard.database..",
                    "boscard.workbook..",
                    "boscard.intake..",
                    "boscard.ledger..",
                    "boscard.html..",
                    "boscard.app.."));
            noClasses()
                    .that()
                    .resideInAPackage("boscard." + CORE.get(i) + "..")
                    .should()
                    .dependOnClassesThat(resideInAnyPackage(later.toArray(String[]::new)))
                    .allowEmptyShould(true)
                    .check(classes);
        }
    }

    @ArchTest
    static final ArchRule onlyOnePackageKnowsDrools = noClasses()
            .that()
            .resideOutsideOfPackage("boscard.drools..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.kie..", "org.drools..");

    @ArchTest
    static final ArchRule onlyOneModuleKnowsPoi = noClasses()
            .that()
            .resideOutsideOfPackage("boscard.workbook..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.poi..");

    @ArchTest
    static final ArchRule onlyTheLedgerAndQueriesOfTheIntakeKnowTheDatabase = noClasses()
            .that()
            .resideOutsideOfPackages("boscard.database..", "boscard.ledger..", "boscard.intake.query..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.sql..", "org.duckdb..", "boscard.database..");

    @ArchTest
    static final ArchRule coreReadsNoFiles = noClasses()
            .that()
            .resideInAnyPackage(
                    CORE.stream().map(name -> "boscard." + name + "..").toArray(String[]::new))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.nio.file..", "com.fasterxml.jackson..");

    @ArchTest
    static final ArchRule nobodyUsesTheCommandLine = classes()
            .that()
            .resideInAPackage("boscard.app..")
            .should()
            .onlyBeAccessed()
            .byAnyPackage("boscard.app..");

    @ArchTest
    static final ArchRule noCirclesOfPackages =
            slices().matching("boscard.(**)").should().beFreeOfCycles();
}
