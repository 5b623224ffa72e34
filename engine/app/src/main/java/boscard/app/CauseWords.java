package boscard.app;

import boscard.evaluation.Status;
import boscard.explanation.comparison.Cause;
import boscard.explanation.comparison.Comparison.Effect;
import boscard.explanation.comparison.FactChange;
import boscard.rulebook.change.Change;
import boscard.table.Operator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Causes and their effects in sentences. */
final class CauseWords {

    private static final int MOST = 3;

    private CauseWords() {}

    /** {@code Raising the floor of KT-014 from 75 % to 78 % turns 12 statuses in 4 scorecards from AMBER to RED}. */
    static String sentence(Effect effect) {
        String doing = doing(effect.causes());
        boolean several = effect.causes().size() > 1;
        String count = count(effect.statuses(), "status", "statuses") + " in "
                + count(effect.scorecards(), "scorecard", "scorecards");
        Status from = effect.from();
        Status to = effect.to();
        String what;
        if (from == null) {
            what = (several ? " add " : " adds ") + count + (to == null ? "" : ", " + to);
        } else if (to == null) {
            what = (several ? " take away " : " takes away ") + count + ", " + from;
        } else {
            what = (several ? " turn " : " turns ") + count + " from " + from + " to " + to;
        }
        String latest = effect.latest() == 0
                ? ""
                : effect.latest() == effect.statuses()
                        ? (effect.statuses() == 1 ? ", of the newest period" : ", all of the newest period")
                        : ", " + effect.latest() + " of them of the newest period";
        return doing.substring(0, 1).toUpperCase(Locale.ROOT) + doing.substring(1) + what + latest;
    }

    /** What was done, as the beginning of a sentence in lower case. */
    static String doing(List<Cause> causes) {
        if (causes.isEmpty()) {
            return "something that is not known";
        }
        String first = causes.stream().limit(MOST).map(CauseWords::doing).collect(Collectors.joining(" and "));
        return causes.size() > MOST ? first + " and " + (causes.size() - MOST) + " more changes" : first;
    }

    private static String doing(Cause cause) {
        if (cause instanceof Cause.OfRulebook rulebook) {
            return doing(rulebook.change());
        } else if (cause instanceof Cause.OfFact fact) {
            return doing(fact.change());
        } else if (cause instanceof Cause.OfSetting setting) {
            return "another " + setting.what() + " (" + setting.from() + " -> " + setting.to() + ")";
        }
        return "the figures of other scorecards";
    }

    private static String doing(Change change) {
        if (change instanceof Change.CellChanged cell) {
            String edge = edge(cell.operator());
            String row = cell.after().id();
            if (edge != null && cell.direction() != 0) {
                return (cell.direction() > 0 ? "raising" : "lowering") + " the " + edge + " of " + row + " from "
                        + cell.from() + " to " + cell.to();
            } else if (cell.from() == null) {
                return "filling " + cell.heading() + " of " + row + " with " + cell.to();
            } else if (cell.to() == null) {
                return "clearing " + cell.heading() + " of " + row + ", was " + cell.from();
            }
            return "changing " + cell.heading() + " of " + row + " from " + cell.from() + " to " + cell.to();
        } else if (change instanceof Change.RowAdded added) {
            return "adding row " + added.row().id();
        } else if (change instanceof Change.RowRemoved removed) {
            return "removing row " + removed.row().id();
        } else if (change instanceof Change.RowMoved moved) {
            return "moving row " + moved.after().id() + " "
                    + (moved.below() == null ? "to the top" : "below " + moved.below());
        } else if (change instanceof Change.TableAdded added) {
            return "adding the table " + added.table().name();
        } else if (change instanceof Change.TableRemoved removed) {
            return "removing the table " + removed.table().name();
        } else if (change instanceof Change.TableChanged changed) {
            return "changing the " + changed.what() + " of " + changed.after().name() + " from " + changed.from()
                    + " to " + changed.to();
        } else if (change instanceof Change.RuleChanged rule) {
            String what = rule.rule().isEmpty() ? rule.path() : "the rule \"" + rule.rule() + "\"";
            return (rule.from() == null ? "adding " : rule.to() == null ? "removing " : "changing ") + what;
        } else if (change instanceof Change.ValueChanged value) {
            String what = value.kind().word() + " " + (value.id() + " " + value.field()).strip();
            return value.from() == null
                    ? "adding " + what
                    : value.to() == null
                            ? "removing " + what
                            : "changing " + what + " from " + value.from() + " to " + value.to();
        }
        throw new IllegalStateException("Not a change that is known: " + change);
    }

    private static @Nullable String edge(@Nullable Operator operator) {
        if (operator == Operator.AT_LEAST || operator == Operator.ABOVE) {
            return "floor";
        }
        return operator == Operator.AT_MOST || operator == Operator.BELOW ? "ceiling" : null;
    }

    private static String doing(FactChange fact) {
        String what = fact.kind()
                        .canonicalName()
                        .replaceFirst("ies$", "y")
                        .replaceFirst("s$", "")
                        .replace('_', ' ') + " " + fact.id().replace('|', ' ');
        if (fact.before() == null) {
            return "the new " + what;
        } else if (fact.after() == null) {
            return "the loss of " + what;
        }
        return fact.fields().stream()
                        .limit(MOST)
                        .map(field -> field.name() + " " + (field.from() == null ? "none" : field.from()) + " -> "
                                + (field.to() == null ? "none" : field.to()))
                        .collect(Collectors.joining(", "))
                + " of " + what;
    }

    /** A cause in a few words, for the end of a line: {@code KT-014 Value from}. */
    static String brief(List<Cause> causes) {
        String first =
                causes.stream().limit(2).map(CauseWords::brief).distinct().collect(Collectors.joining("; "));
        return causes.size() > 2 ? first + "; and " + (causes.size() - 2) + " more" : first;
    }

    private static String brief(Cause cause) {
        if (cause instanceof Cause.OfRulebook rulebook) {
            Change change = rulebook.change();
            return change instanceof Change.CellChanged cell ? cell.after().id() + " " + cell.heading() : doing(change);
        } else if (cause instanceof Cause.OfFact fact) {
            return fact.change().at().toString();
        }
        return doing(cause);
    }

    static String count(int number, String one, String many) {
        return "%,d %s".formatted(number, number == 1 ? one : many);
    }
}
