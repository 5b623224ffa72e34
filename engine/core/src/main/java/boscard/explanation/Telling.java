package boscard.explanation;

import boscard.evaluation.Effect;
import boscard.evaluation.Finding;
import boscard.evaluation.Recommendation;
import boscard.evaluation.Replay;
import boscard.evaluation.Replay.Concluded;
import boscard.evaluation.Subject;
import boscard.evaluation.Suppression;
import boscard.explanation.Cells.Located;
import boscard.explanation.Explanation.Kind;
import boscard.fact.Kpi;
import boscard.rulebook.Rulebook;
import boscard.source.RuleRef;
import boscard.source.SourceRef;
import boscard.table.Cell;
import boscard.table.Row;
import boscard.table.TableInterpreter;
import boscard.table.Verdict;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What all explanations of one scorecard share: the run, and how its rules, rows, facts and links are told. */
abstract class Telling {

    final Rulebook rulebook;
    final Replay replay;
    final Concluded concluded;
    final Cells cells;
    private final FactWords words;
    private final int factsShown;
    private final Map<String, Finding> findingsById = new HashMap<>();

    Telling(Rulebook rulebook, Replay replay, Concluded concluded, int factsShown) {
        this.rulebook = rulebook;
        this.replay = replay;
        this.concluded = concluded;
        this.cells = new Cells(rulebook);
        this.words = new FactWords(replay.facts(), rulebook);
        this.factsShown = factsShown;
        concluded.findings().forEach(finding -> findingsById.put(finding.id(), finding));
    }

    /** One teller may use another; both tell of the same run. */
    Telling(Telling other) {
        this.rulebook = other.rulebook;
        this.replay = other.replay;
        this.concluded = other.concluded;
        this.cells = other.cells;
        this.words = other.words;
        this.factsShown = other.factsShown;
        this.findingsById.putAll(other.findingsById);
    }

    static Explanation conclusion(String text, @Nullable Object address, List<Explanation> parts) {
        return Explanation.of(Kind.CONCLUSION, text, address, parts);
    }

    /** What a row looked at when it concluded something about a subject; null when it cannot be prepared again. */
    @Nullable
    Object matched(Located located, Subject subject) {
        return replay.factsOf(located.table().factType(), concluded).stream()
                .filter(fact -> Replay.subjectOf(fact).equals(subject))
                .filter(fact -> TableInterpreter.verdict(located.table(), located.row(), fact) == Verdict.MATCHED)
                .findFirst()
                .orElse(null);
    }

    /** A rule of a rule file: its documentation, or its conditions when it has none, and the numbers it compared. */
    Explanation rule(RuleRef at, Subject subject) {
        RuleListing listing =
                RuleListing.find(rulebook.documents(), at.file(), at.rule()).orElse(null);
        var children = new ArrayList<Explanation>();
        if (listing != null) {
            children.addAll(WhyNot.documentation(listing));
            WhyNot.namedIn(listing, replay.indicators(concluded), subject)
                    .forEach(indicator -> children.add(WhyNot.indicator(indicator)));
            if (listing.documentation().isEmpty()) {
                WhyNot.conditions(listing, children);
            }
        }
        return Explanation.of(Kind.RULE, "rule \"" + at.rule() + "\"", place(at), children)
                .with("rule", at.rule());
    }

    void lost(List<String> rows, Located winner, List<Explanation> parts) {
        for (String id : rows) {
            cells.find(id, null)
                    .ifPresent(located -> parts.add(Explanation.leaf(
                                    Kind.LOST,
                                    id + " (" + summary(located) + ") matches too; "
                                            + winner.row().id() + " stands above it",
                                    located.row().at())
                            .with("row", id)));
        }
    }

    /** A row in a few words: what its cells ask for, and what it says. */
    static String summary(Located located) {
        var asked = new ArrayList<String>();
        for (int i = 0; i < located.table().conditions().size(); i++) {
            Cell cell = located.row().conditions().get(i);
            if (cell != null) {
                asked.add(located.table().conditions().get(i).heading() + " " + cell.raw());
            }
        }
        Row row = located.row();
        Object said = row.outcome().get("status");
        said = said != null ? said : row.outcome().get("finding");
        return (asked.isEmpty() ? "anything" : String.join(", ", asked)) + (said == null ? "" : " → " + said);
    }

    void facts(List<SourceRef> facts, List<Explanation> parts) {
        facts.stream().limit(factsShown).map(words::say).forEach(parts::add);
        if (facts.size() > factsShown) {
            parts.add(Explanation.leaf(Kind.MORE, "and " + (facts.size() - factsShown) + " more facts", null));
        }
    }

    /** What it builds on, what withholds it, what it withholds, what it led to. */
    void chain(Finding finding, List<Explanation> parts) {
        for (String id : finding.derivation().buildsOn()) {
            buildsOn(id, finding.id()).ifPresent(parts::add);
        }
        suppressions(finding, parts);
        for (Finding later : concluded.findings()) {
            if (later.derivation().buildsOn().contains(finding.id()) || isBuiltOnStatus(later, finding)) {
                parts.add(Explanation.leaf(
                                Kind.LEADS_TO,
                                "leads to " + later.code() + ": " + later.message(),
                                "finding " + later.id())
                        .with("id", later.id())
                        .with("code", later.code()));
            }
        }
        for (Recommendation recommendation : concluded.recommendations()) {
            if (recommendation.findings().contains(finding.id())) {
                parts.add(Explanation.leaf(
                                Kind.LEADS_TO,
                                "leads to " + recommendation.code() + " \"" + recommendation.action() + "\", "
                                        + role(recommendation) + " by " + recommendation.due(),
                                place(recommendation.derivation().rule()))
                        .with("id", recommendation.id())
                        .with("code", recommendation.code()));
            }
        }
    }

    /** Where a rule stands, without its name. */
    static Object place(SourceRef at) {
        return at instanceof RuleRef rule && rule.line() > 0 ? rule.file() + ":" + rule.line() : at;
    }

    static boolean isBuiltOnStatus(Finding later, Finding finding) {
        String key = finding.scorecard() + "|" + finding.kpi() + "|" + finding.period();
        return finding.code().equals("ST1_OFF_TARGET")
                && !later.id().equals(finding.id())
                && later.derivation().buildsOn().contains(key);
    }

    static String role(Recommendation recommendation) {
        return recommendation.ownerRole().toLowerCase(Locale.ROOT).replace('_', ' ')
                + (recommendation.owner() == null ? "" : " (" + recommendation.owner() + ")");
    }

    Optional<Explanation> buildsOn(String id, String itself) {
        Optional<Explanation> finding = byId(id).filter(one -> !one.id().equals(itself))
                .map(one -> Explanation.leaf(
                                Kind.BUILDS_ON, "builds on " + one.code() + ": " + one.message(), "finding " + one.id())
                        .with("id", one.id())
                        .with("code", one.code()));
        if (finding.isPresent()) {
            return finding;
        }
        return concluded.statuses().stream()
                .filter(status -> status.key().equals(id))
                .findFirst()
                .map(status -> Explanation.leaf(
                                Kind.BUILDS_ON,
                                "builds on " + name(status.kpi()) + " being " + status.status() + " in "
                                        + status.period(),
                                status.derivation() == null
                                        ? status.at()
                                        : status.derivation().rule())
                        .with("id", status.key()));
    }

    void suppressions(Finding finding, List<Explanation> parts) {
        int withheld = 0;
        List<Suppression> inOrder = concluded.suppressions().stream()
                .sorted(Comparator.comparing((Suppression one) ->
                                byId(one.finding()).map(Finding::subject).orElse(finding.subject()))
                        .thenComparing(Suppression::rowId))
                .toList();
        for (Suppression suppression : inOrder) {
            if (suppression.finding().equals(finding.id())) {
                String cause = byId(suppression.cause())
                        .map(one -> one.code() + ": " + one.message())
                        .orElse("finding " + suppression.cause());
                parts.add(Explanation.leaf(
                                Kind.SUPPRESSION,
                                (suppression.effect() == Effect.SUPPRESS ? "withheld" : "low confidence")
                                        + " because of " + cause + " (" + suppression.rowId() + ")",
                                suppression.row())
                        .with("cause", suppression.cause())
                        .with("effect", suppression.effect()));
            } else if (suppression.cause().equals(finding.id()) && withheld++ < factsShown) {
                String what = byId(suppression.finding())
                        .map(one -> one.code() + " of " + subject(one.subject()))
                        .orElse("finding " + suppression.finding());
                parts.add(Explanation.leaf(
                                Kind.SUPPRESSION,
                                (suppression.effect() == Effect.SUPPRESS ? "withholds " : "lowers the confidence of ")
                                        + what + " (" + suppression.rowId() + ")",
                                suppression.row())
                        .with("finding", suppression.finding())
                        .with("effect", suppression.effect()));
            }
        }
        if (withheld > factsShown) {
            parts.add(Explanation.leaf(Kind.MORE, "and " + (withheld - factsShown) + " more findings", null));
        }
    }

    Optional<Finding> byId(String id) {
        return Optional.ofNullable(findingsById.get(id));
    }

    Explanation say(SourceRef at) {
        return words.say(at);
    }

    String name(String kpi) {
        Kpi known = rulebook.catalogue().find(kpi);
        return known == null ? kpi : known.name();
    }

    String scorecardName() {
        return replay.facts().scorecard().name();
    }

    String subject(Subject subject) {
        var text = new StringBuilder();
        if (subject.kpi() != null) {
            text.append(name(subject.kpi())).append(" · ");
        }
        text.append(scorecardName());
        for (String part : new String[] {subject.goal(), subject.period(), subject.other()}) {
            if (part != null) {
                text.append(" · ").append(part);
            }
        }
        return text.toString();
    }
}
