package boscard.workbook;

import boscard.problem.ProblemCode;
import boscard.problem.Problems;
import boscard.problem.Suggestion;
import boscard.rulebook.Stage;
import boscard.source.CellRef;
import boscard.table.HitPolicy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The properties above the tables of a sheet.
 *
 * @param stage null when it is missing or wrong, which was reported
 * @param policy as written, or FIRST for the stage of statuses and COLLECT for the others
 */
record RuleSetArea(@Nullable Stage stage, HitPolicy policy) {

    /** Reads the properties below the cell with the keyword, down to the row before {@code end}. */
    static RuleSetArea read(SheetGrid grid, int row, int column, int end, Problems problems) {
        Stage stage = null;
        HitPolicy policy = null;
        boolean stageNamed = false;
        for (SheetRow line : grid.rows(row + 1, end)) {
            String key = Spaces.plain(line.shown(column));
            String value = Spaces.plain(line.shown(column + 1));
            CellRef keyAt = line.at().atColumn(column);
            CellRef valueAt = line.at().atColumn(column + 1);
            if (key.isEmpty()) {
                continue;
            }
            String property = property(key, keyAt, problems);
            switch (property) {
                case Keywords.AGENDA_GROUP -> {
                    stageNamed = true;
                    stage = stage(value, valueAt, problems).orElse(null);
                }
                case Keywords.HIT_POLICY ->
                    policy = policy(value, valueAt, problems).orElse(null);
                case "Variables" -> checkVariables(value, valueAt, problems);
                default -> {} // for stock Drools
            }
        }
        if (!stageNamed) {
            problems.add(
                    ProblemCode.TABLE_STRUCTURE,
                    grid.at(row, column),
                    "no row AGENDA-GROUP below RuleSet says to which stage the tables belong",
                    "AGENDA-GROUP | status; the stages are " + stages());
        }
        return new RuleSetArea(
                stage, policy != null ? policy : stage == Stage.STATUS ? HitPolicy.FIRST : HitPolicy.COLLECT);
    }

    private static String property(String key, CellRef at, Problems problems) {
        for (String known : Keywords.CODE_PROPERTIES) {
            if (known.equalsIgnoreCase(key)) {
                problems.add(
                        ProblemCode.SNIPPET_REFUSED,
                        at,
                        "a workbook cannot hold code: " + known,
                        "this belongs into a rule (.drl) file");
                return known;
            }
        }
        for (String known : Keywords.PROPERTIES) {
            if (known.equalsIgnoreCase(key)) {
                return known;
            }
        }
        Optional<String> meant = Suggestion.nearest(key, Keywords.PROPERTIES);
        problems.add(
                ProblemCode.TABLE_STRUCTURE,
                at,
                Excerpt.quoted(key) + " is no property of a RuleSet",
                meant.orElse("one of " + String.join(", ", Keywords.PROPERTIES)));
        return meant.orElse(key);
    }

    private static Optional<Stage> stage(String value, CellRef at, Problems problems) {
        Optional<Stage> stage = Stage.named(value);
        if (stage.isEmpty()) {
            List<String> names =
                    Arrays.stream(Stage.values()).map(Stage::agendaGroup).toList();
            problems.add(
                    ProblemCode.TABLE_STRUCTURE,
                    at,
                    "there is no stage " + Excerpt.quoted(value) + ", only " + stages(),
                    Suggestion.nearest(value, names).orElse(null));
        }
        return stage;
    }

    private static Optional<HitPolicy> policy(String value, CellRef at, Problems problems) {
        Optional<HitPolicy> policy = HitPolicy.named(value);
        if (policy.isEmpty()) {
            List<String> names = HitPolicy.all().stream().map(HitPolicy::name).toList();
            problems.add(
                    ProblemCode.HIT_POLICY_UNKNOWN,
                    at,
                    "there is no hit policy " + Excerpt.quoted(value) + ", only " + String.join(", ", names),
                    Suggestion.nearest(value, names).orElse(null));
        }
        return policy;
    }

    /** Only the one variable through which tables conclude; another would be an object that runs code. */
    private static void checkVariables(String value, CellRef at, Problems problems) {
        var others = new ArrayList<String>();
        for (String variable : value.split(",", -1)) {
            if (!Spaces.strip(variable).matches("(boscard\\.evaluation\\.)?Conclude\\s+conclude")) {
                others.add(Spaces.strip(variable));
            }
        }
        if (!others.isEmpty()) {
            problems.add(
                    ProblemCode.SNIPPET_REFUSED,
                    at,
                    "tables have no variable " + Excerpt.quoted(String.join(", ", others)),
                    "boscard.evaluation.Conclude conclude");
        }
    }

    private static String stages() {
        return String.join(
                ", ", Arrays.stream(Stage.values()).map(Stage::agendaGroup).toList());
    }
}
