package boscard.intake;

import boscard.fact.FiscalCalendar;
import boscard.fact.KpiCatalogue;
import boscard.intake.mapping.Mapping;
import boscard.intake.value.QuarterLabels;
import java.time.LocalDate;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What an import has to know besides the files.
 *
 * @param catalogue measurements of a KPI that is not in it are rejected
 * @param calendar when the fiscal year starts
 * @param quarterLabels whose quarters and years the files count, unless a mapping says otherwise; null when nobody
 *     said, which matters only when the fiscal year is not the calendar year
 * @param notReported words that mean that a value is missing; not in columns of text
 * @param notApplicable words that mean that there can be no value; not in columns of text
 * @param asOf the day of the run, when it is given: an actual of a period that has not begun by then is rejected; null
 *     when the facts are to tell the day, and then no actual is in the future
 * @param from measurements of periods that begin before this day are skipped; null for no bound
 * @param to measurements of periods that end behind this day are skipped; null for no bound
 * @param environment value of a variable, null when it is not set: where the databases of queries are, and who asks
 */
public record ImportSettings(
        KpiCatalogue catalogue,
        FiscalCalendar calendar,
        @Nullable QuarterLabels quarterLabels,
        Mapping mapping,
        ImportLimits limits,
        Set<String> notReported,
        Set<String> notApplicable,
        @Nullable LocalDate asOf,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        UnaryOperator<@Nullable String> environment) {

    /** The words of DOMAIN.md section 13, cases 58 and 59. */
    public static final Set<String> DEFAULT_NOT_REPORTED =
            Set.of("NULL", "-", "–", "—", "(S)", "TBD", "?", "not reported", "missing");

    /** The words of DOMAIN.md section 13, case 59. */
    public static final Set<String> DEFAULT_NOT_APPLICABLE =
            Set.of("N/A", "#N/A", "NA", "(NA)", "n.a.", "n/a.", "not applicable");

    public ImportSettings {
        notReported = Set.copyOf(notReported);
        notApplicable = Set.copyOf(notApplicable);
    }

    /** Calendar years, no mapping, default limits and words. */
    public static ImportSettings of(KpiCatalogue catalogue) {
        return new ImportSettings(
                catalogue,
                FiscalCalendar.CALENDAR_YEAR,
                null,
                Mapping.NONE,
                ImportLimits.DEFAULT,
                DEFAULT_NOT_REPORTED,
                DEFAULT_NOT_APPLICABLE,
                null,
                null,
                null,
                System::getenv);
    }

    public ImportSettings withMapping(Mapping other) {
        return new ImportSettings(
                catalogue,
                calendar,
                quarterLabels,
                other,
                limits,
                notReported,
                notApplicable,
                asOf,
                from,
                to,
                environment);
    }

    public ImportSettings withCalendar(FiscalCalendar other, @Nullable QuarterLabels labels) {
        return new ImportSettings(
                catalogue, other, labels, mapping, limits, notReported, notApplicable, asOf, from, to, environment);
    }

    public ImportSettings withLimits(ImportLimits other) {
        return new ImportSettings(
                catalogue,
                calendar,
                quarterLabels,
                mapping,
                other,
                notReported,
                notApplicable,
                asOf,
                from,
                to,
                environment);
    }

    public ImportSettings withWords(Set<String> missing, Set<String> inapplicable) {
        return new ImportSettings(
                catalogue,
                calendar,
                quarterLabels,
                mapping,
                limits,
                missing,
                inapplicable,
                asOf,
                from,
                to,
                environment);
    }

    public ImportSettings withEnvironment(UnaryOperator<@Nullable String> other) {
        return new ImportSettings(
                catalogue, calendar, quarterLabels, mapping, limits, notReported, notApplicable, asOf, from, to, other);
    }

    public ImportSettings withAsOf(LocalDate day) {
        return new ImportSettings(
                catalogue,
                calendar,
                quarterLabels,
                mapping,
                limits,
                notReported,
                notApplicable,
                day,
                from,
                to,
                environment);
    }

    /** Only measurements of periods that lie between two days, both included; null for no bound. */
    public ImportSettings withBounds(@Nullable LocalDate first, @Nullable LocalDate last) {
        return new ImportSettings(
                catalogue,
                calendar,
                quarterLabels,
                mapping,
                limits,
                notReported,
                notApplicable,
                asOf,
                first,
                last,
                environment);
    }
}
