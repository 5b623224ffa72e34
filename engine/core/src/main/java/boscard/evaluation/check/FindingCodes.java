package boscard.evaluation.check;

import boscard.evaluation.check.Compared.Naming;
import boscard.rulebook.Rulebook;
import boscard.source.SourceRef;
import boscard.table.Cell;
import boscard.table.DecisionTable;
import boscard.table.Row;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Which findings a rulebook concludes, and which its tables and rules ask for. */
final class FindingCodes {

    /** The finding that boscard itself draws from a status that is AMBER or RED. */
    private static final String OFF_TARGET = "ST1_OFF_TARGET";

    private final Map<String, SourceRef> concluded = new LinkedHashMap<>();
    private final Map<String, List<SourceRef>> asked = new LinkedHashMap<>();
    private final RuleCodes rules;
    private boolean anyAsked;

    private FindingCodes(RuleCodes rules) {
        this.rules = rules;
    }

    static FindingCodes of(Rulebook rulebook) {
        var codes = new FindingCodes(RuleCodes.of(rulebook));
        rulebook.tables().forEach(codes::readConclusions);
        codes.rules.concluded().forEach(codes.concluded::putIfAbsent);
        for (Map.Entry<Object, List<Naming>> naming :
                Compared.byValue(rulebook, "FindingView", "code").entrySet()) {
            naming.getValue()
                    .forEach(one ->
                            codes.ask(naming.getKey().toString(), one.cell().at()));
        }
        rulebook.tables().stream()
                .filter(table -> table.factType().name().equals("FindingView"))
                .forEach(codes::readQuestions);
        codes.rules.asked().forEach(codes::ask);
        return codes;
    }

    private void readConclusions(DecisionTable table) {
        for (Row row : table.rows()) {
            for (int i = 0; i < table.outcomes().size(); i++) {
                Cell cell = row.outcomes().get(i);
                if (cell != null && table.outcomes().get(i).verb().name().equals("finding")) {
                    String code = cell.value().toString();
                    boolean test = table.concludes("result") && !code.startsWith("SMART_");
                    concluded.putIfAbsent(test ? "SMART_" + code : code, cell.at());
                }
            }
        }
    }

    /** Codes that a row withholds are asked for, too; a row that compares a code otherwise may ask for any. */
    private void readQuestions(DecisionTable table) {
        for (Row row : table.rows()) {
            for (int i = 0; i < table.outcomes().size(); i++) {
                Cell cell = row.outcomes().get(i);
                if (cell != null && table.outcomes().get(i).verb().name().equals("withhold")) {
                    ask(cell.value().toString(), cell.at());
                }
            }
            anyAsked |= !Compared.names(table, row, "code");
        }
    }

    private void ask(String code, SourceRef at) {
        asked.computeIfAbsent(code, c -> new ArrayList<>()).add(at);
    }

    /** Codes that tables and rules conclude, each with the first place that does. */
    Map<String, SourceRef> concluded() {
        return concluded;
    }

    boolean isConcluded(String code) {
        return code.equals(OFF_TARGET) || concluded.containsKey(code);
    }

    /** Codes that are asked for, each with all places. */
    Map<String, List<SourceRef>> asked() {
        return asked;
    }

    boolean isAsked(String code) {
        return anyAsked || asked.containsKey(code) || rules.asks(code);
    }

    /** Whether all conclusions are known; a rule may put a code together while it runs. */
    boolean isComplete() {
        return rules.isComplete();
    }
}
