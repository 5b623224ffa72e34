package boscard.app;

import boscard.evaluation.Finding;
import boscard.evaluation.KpiStatus;
import boscard.evaluation.NodeScore;
import boscard.evaluation.Recommendation;
import boscard.evaluation.Status;
import boscard.evaluation.Subject;
import boscard.explanation.comparison.Cause;
import boscard.explanation.comparison.Comparison;
import boscard.explanation.comparison.Comparison.Effect;
import boscard.explanation.comparison.Difference;
import boscard.explanation.comparison.FactChange;
import boscard.rulebook.change.Change;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A comparison for people: what changed, what it does, and the list of what differs. */
final class ComparisonText {

    private static final int WIDTH = 76;
    private static final int SOME = 10;
    private static final int MOST_DECIMALS = 6;

    private final Comparison comparison;
    private final int most;
    private final PrintWriter out;

    private ComparisonText(Comparison comparison, int most, PrintWriter out) {
        this.comparison = comparison;
        this.most = most;
        this.out = out;
    }

    /** @param all every line, not only the first ones of each list */
    static void print(Comparison comparison, boolean all, PrintWriter out) {
        var text = new ComparisonText(comparison, all ? Integer.MAX_VALUE : SOME, out);
        text.changes();
        if (comparison.isSame()) {
            out.println("No conclusion differs, in "
                    + CauseWords.count(comparison.scorecards(), "scorecard", "scorecards") + ".");
        } else {
            text.effects();
            text.matrix();
            text.statuses();
            text.nodes();
            text.goals();
            text.findings();
            text.recommendations();
            text.withoutEffect();
        }
        out.flush();
    }

    private void changes() {
        comparison
                .settings()
                .forEach(setting ->
                        out.println(capital(setting.what()) + ": " + setting.from() + " -> " + setting.to()));
        List<Change> changes = comparison.rulebook().all();
        if (!changes.isEmpty()) {
            out.println("Rulebook: " + CauseWords.count(changes.size(), "change", "changes"));
            lines(changes, change -> aligned(ChangeWords.sentence(change), ChangeWords.addresses(change)));
        }
        List<FactChange> facts = comparison.factChanges();
        if (!facts.isEmpty()) {
            out.println(
                    "Facts: " + counted(facts.stream().map(ComparisonText::kind).toList()));
            lines(
                    facts,
                    fact -> aligned(
                            CauseWords.doing(List.of(new Cause.OfFact(fact))),
                            fact.at().toString()));
        }
    }

    private static Difference.Kind kind(FactChange fact) {
        return fact.before() == null
                ? Difference.Kind.ADDED
                : fact.after() == null ? Difference.Kind.REMOVED : Difference.Kind.CHANGED;
    }

    private void effects() {
        out.println("What follows, in " + comparison.changedScorecards().size() + " of "
                + CauseWords.count(comparison.scorecards(), "scorecard", "scorecards"));
        List<Effect> effects = comparison.effects();
        lines(effects, CauseWords::sentence);
        if (effects.isEmpty()) {
            out.println("  No status moves");
        }
    }

    private void matrix() {
        Map<Status, Map<Status, Integer>> matrix = comparison.matrix();
        if (matrix.size() == 0
                || (matrix.size() == 1 && matrix.values().iterator().next().size() == 1)) {
            return; // one sentence said it
        }
        var columns = new TreeSet<Status>();
        matrix.values().forEach(row -> columns.addAll(row.keySet()));
        out.println("Statuses, from (down) and to (across)");
        var head = new StringBuilder("  " + " ".repeat(16));
        columns.forEach(status -> head.append("%16s".formatted(status)));
        out.println(head);
        matrix.forEach((from, row) -> {
            var line = new StringBuilder("  %-16s".formatted(from));
            columns.forEach(to ->
                    line.append("%16s".formatted(row.containsKey(to) ? "%,d".formatted(row.get(to)) : "-")));
            out.println(line);
        });
    }

    private void statuses() {
        List<Difference.OfStatus> moved = comparison.statuses().stream()
                .filter(Difference.OfStatus::isMove)
                .toList();
        if (!moved.isEmpty()) {
            out.println("Statuses moved: " + moved.size());
            lines(moved, difference -> {
                KpiStatus about = difference.about();
                return aligned(
                        about.scorecard() + " " + about.kpi() + " " + about.period() + "  " + shown(difference.from())
                                + " -> " + shown(difference.to()),
                        rows(difference) + because(difference));
            });
        }
        List<Difference.OfStatus> scores = comparison.statuses().stream()
                .filter(difference -> !difference.isMove()
                        && difference.before() != null
                        && difference.after() != null
                        && !same(difference.before().score(), difference.after().score()))
                .toList();
        if (!scores.isEmpty()) {
            out.println("Scores of KPIs moved within their status: " + scores.size());
            lines(scores, difference -> {
                KpiStatus about = difference.about();
                KpiStatus before = Objects.requireNonNull(difference.before());
                return aligned(
                        about.scorecard() + " " + about.kpi() + " " + about.period() + "  " + about.status() + " "
                                + scores(before.score(), about.score()),
                        because(difference).strip());
            });
        }
    }

    private static String rows(Difference.OfStatus difference) {
        String from = row(difference.before());
        String to = row(difference.after());
        return from.equals(to) ? from : from + " -> " + to;
    }

    private static String row(@Nullable KpiStatus status) {
        return status == null || status.derivation() == null
                ? "no row"
                : status.derivation().ruleId();
    }

    private static String because(Difference difference) {
        String causes = CauseWords.brief(difference.causes());
        return causes.isEmpty() ? "" : "  because of " + causes;
    }

    private void nodes() {
        List<Difference.OfNode> cards = comparison.nodes().stream()
                .filter(difference -> difference.about().kind() == NodeScore.Kind.SCORECARD
                        && difference.about().latest())
                .toList();
        if (!comparison.nodes().isEmpty()) {
            out.println("Scores of scorecards, perspectives and objectives moved: "
                    + comparison.nodes().size()
                    + (cards.isEmpty() ? "" : ", of these " + cards.size() + " scorecards in their newest period"));
        }
        lines(cards, difference -> {
            NodeScore about = difference.about();
            NodeScore before = difference.before();
            NodeScore after = difference.after();
            Status from = before == null ? null : before.status();
            Status to = after == null ? null : after.status();
            return about.scorecard() + " " + about.period() + "  "
                    + scores(before == null ? null : before.score(), after == null ? null : after.score()) + ", "
                    + (from == to ? "still " + shown(to) : shown(from) + " -> " + shown(to));
        });
    }

    private void goals() {
        if (!comparison.goals().isEmpty()) {
            out.println("Goals: " + comparison.goals().size());
            lines(
                    comparison.goals(),
                    difference -> aligned(
                            difference.about().scorecard() + " "
                                    + difference.about().goal() + "  "
                                    + scores(
                                            difference.before() == null
                                                    ? null
                                                    : difference.before().score(),
                                            difference.after() == null
                                                    ? null
                                                    : difference.after().score()),
                            because(difference).strip()));
        }
    }

    private void findings() {
        List<Difference.OfFinding> all = comparison.findings();
        if (all.isEmpty()) {
            return;
        }
        List<Difference.OfFinding> shown = all.stream()
                .filter(difference -> !difference.what().equals(List.of("what would change it")))
                .toList();
        int silent = all.size() - shown.size();
        out.println("Findings: "
                + counted(shown.stream().map(Difference.OfFinding::kind).toList())
                + (silent == 0 ? "" : "; of " + silent + " more only the way to a better band"));
        lines(worstFirst(shown), difference -> {
            Finding about = difference.about();
            String what = difference.what().isEmpty() ? "" : " (" + String.join(", ", difference.what()) + ")";
            return aligned(
                    mark(difference.kind()) + " " + about.severity() + " " + about.code() + " "
                            + subject(about.subject()) + what,
                    because(difference).strip());
        });
    }

    private static List<Difference.OfFinding> worstFirst(List<Difference.OfFinding> differences) {
        return differences.stream()
                .sorted(Comparator.comparing((Difference.OfFinding difference) ->
                                difference.about().severity())
                        .reversed())
                .toList();
    }

    private void recommendations() {
        if (!comparison.recommendations().isEmpty()) {
            out.println("Recommendations: "
                    + counted(comparison.recommendations().stream()
                            .map(Difference.OfRecommendation::kind)
                            .toList()));
            lines(comparison.recommendations(), difference -> {
                Recommendation about = difference.about();
                return aligned(
                        mark(difference.kind()) + " " + about.severity() + " " + about.scorecard() + ": "
                                + about.action(),
                        because(difference).strip());
            });
        }
    }

    private void withoutEffect() {
        List<Change> without =
                comparison.withoutEffect().stream().filter(Change::counts).toList();
        if (!without.isEmpty()) {
            out.println("Without effect on these facts: " + without.size());
            lines(without, change -> aligned(ChangeWords.sentence(change), ChangeWords.addresses(change)));
        }
    }

    private <T> void lines(List<T> items, Function<T, String> line) {
        items.stream().limit(most).forEach(item -> out.println("  " + line.apply(item)));
        if (items.size() > most) {
            out.println("  and %,d more; --all lists them".formatted(items.size() - most));
        }
    }

    private static String counted(List<Difference.Kind> kinds) {
        var parts = new ArrayList<String>();
        for (Difference.Kind kind : Difference.Kind.values()) {
            long count = kinds.stream().filter(one -> one == kind).count();
            if (count > 0) {
                parts.add("%,d %s".formatted(count, kind.name().toLowerCase(Locale.ROOT)));
            }
        }
        return parts.isEmpty() ? "none" : String.join(", ", parts);
    }

    private static String mark(Difference.Kind kind) {
        return switch (kind) {
            case ADDED -> "+";
            case REMOVED -> "-";
            case CHANGED -> "~";
        };
    }

    private static String subject(Subject subject) {
        return Stream.of(subject.scorecard(), subject.kpi(), subject.goal(), subject.period(), subject.other())
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" "));
    }

    private static String shown(@Nullable Status status) {
        return status == null ? "none" : status.name();
    }

    /** Two scores with as many decimals as it takes to tell them apart. */
    private static String scores(@Nullable BigDecimal from, @Nullable BigDecimal to) {
        int decimals = 1;
        while (decimals < MOST_DECIMALS
                && from != null
                && to != null
                && from.compareTo(to) != 0
                && score(from, decimals).equals(score(to, decimals))) {
            decimals++;
        }
        return score(from, decimals) + " -> " + score(to, decimals);
    }

    private static String score(@Nullable BigDecimal score, int decimals) {
        return score == null
                ? "no score"
                : score.setScale(decimals, RoundingMode.HALF_UP).toPlainString();
    }

    private static boolean same(@Nullable BigDecimal one, @Nullable BigDecimal other) {
        return one == null || other == null ? one == other : one.compareTo(other) == 0;
    }

    private static String aligned(String text, String behind) {
        return behind.isEmpty() ? text : text + " ".repeat(Math.max(2, WIDTH - 2 - text.length())) + behind;
    }

    private static String capital(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }
}
