package boscard.cases;

import static org.assertj.core.api.Assertions.assertThat;

import boscard.cases.CaseFile.Case;
import boscard.evaluation.ScorecardEvaluation;
import boscard.problem.Problems;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The shipped rulebook against the cases beside it, and which of its rows and rules no case reaches. */
class RulebookCasesTest {

    private static final Path HOME = Path.of(System.getProperty("boscard.home", "../.."));
    private static final Path NOT_REACHED = HOME.resolve("rules/cases/not-reached.txt");

    private final ShippedRules rules = new ShippedRules(HOME);
    private final Set<String> codes = rules.codes();
    private final Map<String, String> rowsAndRules = rules.rowsAndRules();

    /** Rows and rules that an expectation names and that did what it says; a mere firing does not count. */
    private final TreeSet<String> reached = new TreeSet<>();

    private final ThreeCases three = new ThreeCases();

    @TestFactory
    Stream<DynamicNode> everyRowAndRuleDoesWhatItsCasesSay() {
        var nodes = new ArrayList<DynamicNode>();
        var problems = new Problems();
        for (String folder : List.of("rules", "spreadsheets")) {
            for (CaseFile file : CaseFile.in(HOME.resolve(folder).resolve("cases"), problems)) {
                nodes.add(DynamicContainer.dynamicContainer(
                        file.name(),
                        file.cases().stream().map(one -> DynamicTest.dynamicTest(one.name(), () -> check(one)))));
            }
        }
        nodes.add(DynamicTest.dynamicTest(
                "every case can be read", () -> assertThat(problems.sorted()).isEmpty()));
        var edges = new ThresholdEdges(rules);
        nodes.add(DynamicContainer.dynamicContainer("every edge of kpi-thresholds.xlsx", edges.tests(reached)));
        nodes.add(DynamicContainer.dynamicContainer(
                "every doubt about every finding", new SuppressionMatrix(rules).tests(knownNotReached(), reached)));
        nodes.add(DynamicTest.dynamicTest("every check has its three cases", () -> three.assertComplete(checks())));
        nodes.add(DynamicTest.dynamicTest("rows and rules that no case reaches are known", this::knownGaps));
        return nodes.stream();
    }

    /** Codes of findings, without those of recommendations. */
    private Set<String> checks() {
        return codes.stream().filter(code -> !code.startsWith("REC-")).collect(Collectors.toCollection(TreeSet::new));
    }

    private void check(Case one) {
        ShippedRules changed = rules.with(one.changes());
        List<ScorecardEvaluation> evaluations = changed.evaluate(one.facts(), one.asOf());
        Concluded concluded = Concluded.of(evaluations);
        var complaints = new ArrayList<String>();
        for (Expectation expectation : one.expected()) {
            nameNothingUnknown(expectation);
            String complaint = expectation.complaint(concluded);
            if (complaint.isEmpty()) {
                reached.addAll(expectation.rowsAndRules());
            }
            complaints.add(complaint);
        }
        for (Expectation forbidden : one.forbidden()) {
            nameNothingUnknown(forbidden);
            complaints.add(forbidden.complaintIfAny(concluded));
        }
        if (one.tellsFates()) {
            var fates = new Fates(changed.rulebook(), one.facts(), one.asOf(), evaluations);
            complaints.addAll(fates.complaints(one.notFired(), one.notEvaluated()));
        }
        complaints.removeIf(String::isEmpty);
        assertThat(complaints).as(() -> String.join("\n", complaints)).isEmpty();
        assertThat(one.expected().size() + one.forbidden().size())
                .as("a case expects or forbids something")
                .isPositive();
        three.add(one, concluded);
        boolean expectsProblems = one.expected().stream()
                .anyMatch(expectation -> expectation.section().equals("problems"));
        if (!expectsProblems) {
            assertThat(concluded.sections().get("problems")).isEmpty();
        }
    }

    /** A case that forbids a code or a row which does not exist would pass for ever. */
    private void nameNothingUnknown(Expectation expectation) {
        String code = expectation.wanted().get("code");
        if (code != null && !expectation.section().equals("problems")) {
            assertThat(codes).as("codes that the rulebook can conclude").contains(code);
        }
        String by = expectation.wanted().get("by");
        if (by != null && !by.isEmpty()) {
            assertThat(rowsAndRules.keySet())
                    .as("rows and rules of the rulebook")
                    .contains(by);
        }
    }

    private static TreeSet<String> knownNotReached() {
        try (Stream<String> lines = Files.lines(NOT_REACHED)) {
            return lines.map(line -> line.replaceFirst("#.*", "").strip())
                    .filter(line -> !line.isEmpty())
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The list may only change on purpose: a new row needs a case, or a line here that says why it has none. */
    private void knownGaps() {
        var gaps = new TreeSet<>(rowsAndRules.keySet());
        gaps.removeAll(reached);
        TreeSet<String> known = knownNotReached();
        var unlisted = new TreeSet<>(gaps);
        unlisted.removeAll(known);
        var covered = new TreeSet<>(known);
        covered.removeAll(gaps);
        System.out.println(rowsAndRules.size() + " rows and rules, " + gaps.size() + " of them reached by no case:");
        gaps.forEach(gap -> System.out.println("  " + gap + "  " + rowsAndRules.get(gap)));
        assertThat(unlisted)
                .as("rows and rules that no case reaches and rules/cases/not-reached.txt does not list")
                .isEmpty();
        assertThat(covered)
                .as("lines of rules/cases/not-reached.txt that a case reaches, or that do not exist: remove them")
                .isEmpty();
    }
}
