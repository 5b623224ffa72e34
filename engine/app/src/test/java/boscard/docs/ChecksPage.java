package boscard.docs;

import boscard.rulebook.Parameter;
import boscard.rulebook.RuleDocument;
import boscard.rulebook.Rulebook;
import boscard.rulebook.Stage;
import boscard.table.Cell;
import boscard.table.ConditionColumn.Comparison;
import boscard.table.DecisionTable;
import boscard.table.Row;
import boscard.table.ValueType;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Every check of a rulebook: what decides it, which facts it looks at, where its thresholds stand. */
final class ChecksPage {

    private static final Pattern RULE = Pattern.compile("(?ms)^rule \"([^\"]+)\"(.*?)^end$");
    private static final Pattern STAGE = Pattern.compile("agenda-group \"(\\w+)\"");
    private static final Pattern CODE = Pattern.compile("conclude\\.(finding|test)\\(\\s*\"(\\w+)\"");
    private static final Pattern INDICATOR = Pattern.compile("Indicator\\(name == \"(\\w+)\"");
    private static final Pattern PARAMETER = Pattern.compile("Parameter\\(name == \"(\\w+)\"");
    private static final Pattern CODE_PARTS = Pattern.compile("(SMART_)?([A-Z]+)(\\d*).*");

    /** What a rule's pattern looks at, as the page says it. */
    private static final Map<String, String> FACTS_BY_PATTERN = new LinkedHashMap<>();

    static {
        FACTS_BY_PATTERN.put("Scorecard", "scorecards");
        FACTS_BY_PATTERN.put("Objective", "objectives");
        FACTS_BY_PATTERN.put("StrategyLink", "strategy_links");
        FACTS_BY_PATTERN.put("Measurement", "measurements");
        FACTS_BY_PATTERN.put("Goal", "goals");
        FACTS_BY_PATTERN.put("Milestone", "milestones");
        FACTS_BY_PATTERN.put("Initiative", "initiatives");
        FACTS_BY_PATTERN.put("Activity", "activities");
        FACTS_BY_PATTERN.put("Communication", "communications");
        FACTS_BY_PATTERN.put("Review", "reviews");
        FACTS_BY_PATTERN.put("TargetChange", "target_changes");
        FACTS_BY_PATTERN.put("Deal", "deals");
        FACTS_BY_PATTERN.put("Kpi", "catalogue");
        FACTS_BY_PATTERN.put("KpiStatus", "statuses");
        FACTS_BY_PATTERN.put("NodeScore", "scores");
        FACTS_BY_PATTERN.put("FindingView", "findings");
    }

    /** One check: what decides it, in the order of tables and rules. */
    private static final class Check {
        final Set<String> decidedBy = new LinkedHashSet<>();
        final Set<String> facts = new TreeSet<>();
        final Set<String> thresholds = new LinkedHashSet<>();
        final Set<String> indicators = new TreeSet<>();
    }

    private final Rulebook rulebook;
    private final Map<String, String> factsByIndicator;
    private final Map<Stage, Map<String, Check>> checks = new TreeMap<>();

    /**
     * Reads a rulebook.
     *
     * @param factsByIndicator what each indicator is made of, as the page's own table says
     */
    ChecksPage(Rulebook rulebook, Map<String, String> factsByIndicator) {
        this.rulebook = rulebook;
        this.factsByIndicator = factsByIndicator;
        rulebook.tables().forEach(this::readTable);
        rulebook.documents().forEach(this::readRules);
    }

    /** The names of all indicators that a table or a rule compares. */
    Set<String> indicators() {
        var names = new TreeSet<String>();
        checks.values().forEach(stage -> stage.values().forEach(check -> names.addAll(check.indicators)));
        return names;
    }

    /** How many checks there are. */
    int size() {
        return checks.values().stream().mapToInt(Map::size).sum();
    }

    List<String> lines() {
        var lines = new ArrayList<String>();
        checks.forEach((stage, byCode) -> {
            if (!lines.isEmpty()) {
                lines.add("");
            }
            lines.add("### Stage " + stage.agendaGroup());
            lines.add("");
            lines.add("| check | decided by | facts | thresholds |");
            lines.add("|---|---|---|---|");
            byCode.forEach(
                    (code, check) -> lines.add("| `" + code + "` | " + String.join("<br>", check.decidedBy) + " | "
                            + String.join(", ", check.facts) + " | "
                            + (check.thresholds.isEmpty() ? "-" : String.join("<br>", check.thresholds)) + " |"));
        });
        return lines;
    }

    private Check check(Stage stage, String code) {
        return checks.computeIfAbsent(stage, s -> new TreeMap<>(ChecksPage::compareCodes))
                .computeIfAbsent(code, c -> new Check());
    }

    // ---- tables

    private void readTable(DecisionTable table) {
        Stage stage = Stage.named(table.stage()).orElseThrow();
        if (table.concludes("status")) {
            Check check = check(stage, "ST1_OFF_TARGET");
            check.decidedBy.add(
                    "table " + table.name() + ": the first row that fits gives the status; AMBER and RED are findings");
            check.facts.add("measurements");
            check.thresholds.add("`" + table.at().workbook() + "!" + table.at().sheet() + "`, the rows of the KPI");
            return;
        }
        for (Row row : table.rows()) {
            if (row.outcome().get("finding") instanceof String code) {
                readRow(table, row, check(stage, code));
            }
        }
    }

    private void readRow(DecisionTable table, Row row, Check check) {
        var words = new ArrayList<String>();
        for (int i = 0; i < table.conditions().size(); i++) {
            Cell cell = row.conditions().get(i);
            if (cell == null) {
                continue;
            }
            Comparison comparison = table.conditions().get(i).comparisons().get(0);
            String property = comparison.property().name();
            if (property.equals("name")) {
                addIndicator(check, cell.value().toString());
            } else {
                words.add((property.equals("value") ? "" : property + " ") + symbol(comparison) + shown(cell.value())
                        + " (" + cell.at().address() + ")");
            }
        }
        Object verdict = row.outcome().getOrDefault("severity", row.outcome().getOrDefault("result", ""));
        if (!words.isEmpty()) {
            check.thresholds.add(verdict + ": " + String.join(", ", words) + " in `"
                    + table.at().workbook() + "!" + table.at().sheet() + "`");
        }
    }

    private static String symbol(Comparison comparison) {
        return comparison.property().type() == ValueType.NUMBER
                ? comparison.operator().words() + " "
                : "";
    }

    private static String shown(Object value) {
        return value instanceof BigDecimal number ? number.stripTrailingZeros().toPlainString() : value.toString();
    }

    private void addIndicator(Check check, String name) {
        check.indicators.add(name);
        check.decidedBy.add("`" + name + "`");
        String facts = factsByIndicator.get(name);
        if (facts != null) {
            check.facts.addAll(List.of(facts.split(", ")));
        }
    }

    // ---- rules

    private void readRules(RuleDocument document) {
        RULE.matcher(document.text()).results().forEach(rule -> readRule(document, rule));
    }

    private void readRule(RuleDocument document, MatchResult rule) {
        String body = rule.group(2);
        Stage stage = STAGE.matcher(body)
                .results()
                .findFirst()
                .flatMap(found -> Stage.named(found.group(1)))
                .orElseThrow();
        CODE.matcher(body).results().forEach(found -> {
            String code = found.group(1).equals("test") ? "SMART_" + found.group(2) : found.group(2);
            Check check = check(stage, code);
            check.decidedBy.add("rule \"" + rule.group(1) + "\" in `" + document.path() + "`");
            FACTS_BY_PATTERN.forEach((pattern, facts) -> {
                if (Pattern.compile("\\b" + pattern + "\\(").matcher(body).find()) {
                    check.facts.add(facts);
                }
            });
            INDICATOR.matcher(body).results().forEach(name -> addIndicator(check, name.group(1)));
            PARAMETER.matcher(body).results().forEach(name -> check.thresholds.add(parameter(name.group(1))));
        });
    }

    private String parameter(String name) {
        Parameter parameter = java.util.Objects.requireNonNull(
                rulebook.parameters().find(name),
                () -> "a rule names the parameter " + name + ", which does not exist");
        return "`" + name + "` " + parameter.text() + " (`" + parameter.at() + "`)";
    }

    // ---- order

    /** B2 before B10, and all SMART tests in the order of their letters. */
    static int compareCodes(String a, String b) {
        int order = letters(a).compareTo(letters(b));
        order = order != 0 ? order : Integer.compare(number(a), number(b));
        return order != 0 ? order : a.compareTo(b);
    }

    private static String letters(String code) {
        var parts = CODE_PARTS.matcher(code);
        String letters = parts.matches() ? parts.group(2) : code;
        int smart = "SMART".indexOf(letters);
        return code.startsWith("SMART_") ? "SMART_" + smart : letters.toUpperCase(Locale.ROOT);
    }

    private static int number(String code) {
        var parts = CODE_PARTS.matcher(code);
        return parts.matches() && !parts.group(3).isEmpty() ? Integer.parseInt(parts.group(3)) : 0;
    }
}
