package boscard.workbook.report;

import boscard.evaluation.Finding;
import boscard.evaluation.FindingState;
import boscard.evaluation.Severity;
import boscard.evaluation.Status;
import boscard.fact.Unit;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * What the report shows of a finding: small, so that very many can wait in a file until they are sorted. Texts that do
 * not apply are empty.
 *
 * @param subject period, goal or other part of the scorecard that it is about
 * @param fact the first fact it rests on
 * @param moreFacts how many others
 */
record FindingRow(
        boolean latest,
        Severity severity,
        FindingState state,
        String scorecard,
        String kpi,
        String subject,
        String period,
        @Nullable Status status,
        String message,
        @Nullable BigDecimal value,
        @Nullable BigDecimal threshold,
        @Nullable Unit unit,
        String counterfactual,
        String code,
        Link rule,
        String ruleAddress,
        Link fact,
        int moreFacts,
        String suppressedBy,
        String scorecardId,
        String id) {

    /** About now before earlier, what stands before what is withheld, worst first, newest first. */
    static final Comparator<FindingRow> NEWEST_AND_WORST = Comparator.comparing(FindingRow::latest)
            .reversed()
            .thenComparing(row -> row.state() == FindingState.SUPPRESSED)
            .thenComparing(FindingRow::severity, Comparator.reverseOrder())
            .thenComparing(FindingRow::period, Comparator.reverseOrder())
            .thenComparing(FindingRow::scorecardId)
            .thenComparing(FindingRow::kpi)
            .thenComparing(FindingRow::code)
            .thenComparing(FindingRow::id);

    static FindingRow of(Finding finding, String scorecard, Names names, Links links) {
        var because = finding.derivation();
        Link rule = links.toRule(because.rule());
        Link fact = because.facts().isEmpty()
                ? Link.none("")
                : links.toFact(because.facts().get(0));
        return new FindingRow(
                finding.latest(),
                finding.severity(),
                finding.state(),
                scorecard,
                names.kpi(finding.kpi()),
                subjectOf(finding),
                orEmpty(finding.period()),
                finding.status(),
                finding.message(),
                finding.value(),
                finding.threshold(),
                finding.unit(),
                orEmpty(finding.counterfactual()),
                finding.code(),
                rule.showing(because.ruleId()),
                rule.text(),
                fact,
                Math.max(0, because.facts().size() - 1),
                String.join(", ", finding.suppressedBy()),
                finding.scorecard(),
                finding.id());
    }

    void write(DataOutput out) throws IOException {
        out.writeBoolean(latest);
        out.writeByte(severity.ordinal());
        out.writeByte(state.ordinal());
        writeText(scorecard, out);
        writeText(kpi, out);
        writeText(subject, out);
        writeText(period, out);
        out.writeByte(status == null ? -1 : status.ordinal());
        writeText(message, out);
        writeText(value == null ? "" : value.toString(), out);
        writeText(threshold == null ? "" : threshold.toString(), out);
        out.writeByte(unit == null ? -1 : unit.ordinal());
        writeText(counterfactual, out);
        writeText(code, out);
        writeLink(rule, out);
        writeText(ruleAddress, out);
        writeLink(fact, out);
        out.writeInt(moreFacts);
        writeText(suppressedBy, out);
        writeText(scorecardId, out);
        writeText(id, out);
    }

    static FindingRow read(DataInput in) throws IOException {
        return new FindingRow(
                in.readBoolean(),
                Severity.values()[in.readByte()],
                FindingState.values()[in.readByte()],
                readText(in),
                readText(in),
                readText(in),
                readText(in),
                constant(Status.values(), in.readByte()),
                readText(in),
                decimal(readText(in)),
                decimal(readText(in)),
                constant(Unit.values(), in.readByte()),
                readText(in),
                readText(in),
                readLink(in),
                readText(in),
                readLink(in),
                in.readInt(),
                readText(in),
                readText(in),
                readText(in));
    }

    private static String subjectOf(Finding finding) {
        String goal = finding.goal() == null ? "" : "goal " + finding.goal();
        String other = orEmpty(finding.subject().other());
        return goal.isEmpty() || other.isEmpty() ? goal + other : goal + ", " + other;
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static <E> @Nullable E constant(E[] constants, byte ordinal) {
        return ordinal < 0 ? null : constants[ordinal];
    }

    private static @Nullable BigDecimal decimal(String text) {
        return text.isEmpty() ? null : new BigDecimal(text);
    }

    private static void writeLink(Link link, DataOutput out) throws IOException {
        writeText(link.text(), out);
        writeText(link.file(), out);
        writeText(link.place(), out);
    }

    private static Link readLink(DataInput in) throws IOException {
        return new Link(readText(in), readText(in), readText(in));
    }

    /** Unlike {@code writeUTF} without a limit of 64 KB. */
    private static void writeText(String text, DataOutput out) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static String readText(DataInput in) throws IOException {
        byte[] bytes = new byte[in.readInt()];
        in.readFully(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
