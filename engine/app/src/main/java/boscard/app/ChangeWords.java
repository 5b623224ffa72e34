package boscard.app;

import boscard.rulebook.change.Change;
import boscard.source.SourceRef;
import boscard.table.Cell;
import boscard.table.DecisionTable;
import boscard.table.Row;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A difference of two rulebooks in words. */
final class ChangeWords {

    private ChangeWords() {}

    /** What heads the differences that belong together: the table, or the kind of thing. */
    static String group(Change change) {
        DecisionTable table = table(change);
        if (table != null) {
            return table.name() + " (" + table.at().workbook() + "!"
                    + table.at().sheet() + ")";
        } else if (change instanceof Change.ValueChanged value) {
            return switch (value.kind()) {
                case PARAMETER -> "Parameters";
                case KPI -> "KPI catalogue";
                case PERSPECTIVE -> "Perspectives";
                case WORD -> "Word lists";
                case HOLIDAY -> "Holidays";
            };
        }
        return "Rule files";
    }

    static @Nullable DecisionTable table(Change change) {
        if (change instanceof Change.TableAdded added) {
            return added.table();
        } else if (change instanceof Change.TableRemoved removed) {
            return removed.table();
        } else if (change instanceof Change.TableChanged changed) {
            return changed.after();
        } else if (change instanceof Change.RowAdded added) {
            return added.table();
        } else if (change instanceof Change.RowRemoved removed) {
            return removed.table();
        } else if (change instanceof Change.RowMoved moved) {
            return moved.table();
        } else if (change instanceof Change.CellChanged cell) {
            return cell.table();
        }
        return null;
    }

    static @Nullable String rowId(Change change) {
        if (change instanceof Change.RowAdded added) {
            return added.row().id();
        } else if (change instanceof Change.RowRemoved removed) {
            return removed.row().id();
        } else if (change instanceof Change.RowMoved moved) {
            return moved.after().id();
        } else if (change instanceof Change.CellChanged cell) {
            return cell.after().id();
        }
        return null;
    }

    static String sentence(Change change) {
        if (change instanceof Change.TableAdded added) {
            return "the table is new, with " + added.table().rows().size() + " rows";
        } else if (change instanceof Change.TableRemoved removed) {
            return "the table is gone, with its " + removed.table().rows().size() + " rows";
        } else if (change instanceof Change.TableChanged changed) {
            return changed.what() + ": " + changed.from() + " -> " + changed.to();
        } else if (change instanceof Change.RowAdded added) {
            return added.row().id() + " added: " + summary(added.table(), added.row());
        } else if (change instanceof Change.RowRemoved removed) {
            return removed.row().id() + " removed: " + summary(removed.table(), removed.row());
        } else if (change instanceof Change.RowMoved moved) {
            return moved.after().id() + " moved " + (moved.below() == null ? "to the top" : "below " + moved.below());
        } else if (change instanceof Change.CellChanged cell) {
            return cell.after().id() + " " + cell.heading() + ": " + fromTo(cell.from(), cell.to());
        } else if (change instanceof Change.ValueChanged value) {
            return value(value);
        } else if (change instanceof Change.RuleChanged rule) {
            return rule(rule);
        }
        throw new IllegalStateException("Not a change that is known: " + change);
    }

    private static String value(Change.ValueChanged value) {
        boolean listed =
                value.kind() == Change.ValueChanged.Kind.WORD || value.kind() == Change.ValueChanged.Kind.HOLIDAY;
        if (listed) {
            String word = value.to() != null ? value.to() : String.valueOf(value.from());
            String list = value.kind() == Change.ValueChanged.Kind.WORD ? value.id() + ": " : "";
            return list + "\"" + word + "\" " + (value.to() == null ? "removed" : "added");
        }
        String what = value.field().isEmpty() ? value.id() : (value.id() + " " + value.field()).strip();
        if (value.from() == null && value.fromAt() == null) {
            return what + " added: " + value.to();
        } else if (value.to() == null && value.field().isEmpty()) {
            return what + " removed: was " + value.from();
        }
        return what + ": " + fromTo(value.from(), value.to());
    }

    private static String rule(Change.RuleChanged rule) {
        String what = rule.rule().isEmpty() ? "what stands outside of the rules" : "rule \"" + rule.rule() + "\"";
        return rule.path() + ": " + what + " "
                + (rule.from() == null ? "added" : rule.to() == null ? "removed" : "changed");
    }

    private static String fromTo(@Nullable String from, @Nullable String to) {
        return (from == null ? "empty" : from) + " -> " + (to == null ? "empty" : to);
    }

    /** Earlier and later address when they differ, else the one. */
    static String addresses(Change change) {
        SourceRef from = before(change);
        String to = change.at().toString();
        return from == null || from.toString().equals(to) ? to : from + " -> " + to;
    }

    static @Nullable SourceRef before(Change change) {
        if (change instanceof Change.RowMoved moved) {
            return moved.before().at();
        } else if (change instanceof Change.CellChanged cell) {
            return cell.fromAt();
        } else if (change instanceof Change.ValueChanged value) {
            return value.fromAt();
        } else if (change instanceof Change.TableChanged changed) {
            return changed.before().at();
        }
        return null;
    }

    private static String summary(DecisionTable table, Row row) {
        List<String> given = new ArrayList<>();
        for (int i = 0; i < table.conditions().size(); i++) {
            Cell cell = row.conditions().get(i);
            if (cell != null) {
                given.add(table.conditions().get(i).heading() + " " + cell.raw());
            }
        }
        List<String> outcomes = new ArrayList<>();
        for (int i = 0; i < table.outcomes().size(); i++) {
            Cell cell = row.outcomes().get(i);
            if (cell != null) {
                outcomes.add(table.outcomes().get(i).heading() + " " + cell.raw());
            }
        }
        return (given.isEmpty() ? "always" : String.join(", ", given)) + " => " + String.join(", ", outcomes);
    }
}
