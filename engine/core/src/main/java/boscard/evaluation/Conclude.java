package boscard.evaluation;

import boscard.indicator.RollUpMethod;

/**
 * The verbs that a decision table's action cells use, as the global {@code conclude}. Each action column is one verb
 * with one argument. boscard never calls these for a table: it reads the verb's name and type from here and the
 * argument from the typed cell. They exist so that stock Drools can run the same workbook.
 */
public interface Conclude {

    /** The band of a KPI. */
    void status(Status status);

    /** The result of a SMART test. */
    void result(TestResult result);

    /** A check fired: its code. */
    void finding(String code);

    /** How much it matters. */
    void severity(Severity severity);

    /** A sentence with placeholders such as {@code {value}}. */
    void message(String template);

    /** Code of a recommended action. */
    void recommend(String code);

    /** What to do; placeholders as in a message. */
    void action(String template);

    /** Role that should do it. */
    void owner(String role);

    /** Days after the as-of date. */
    void due(int days);

    /** What the action should bring; placeholders as in a message. */
    void effect(String template);

    /** Code of the check whose findings are withheld or qualified. */
    void withhold(String code);

    /** Whether they are withheld or only qualified. */
    void how(Effect effect);

    /** Which of them. */
    void scope(Scope scope);

    /** How a node is rolled up. */
    void method(RollUpMethod method);

    /** Score from which a node is green. */
    void greenFrom(Number score);

    /** Score from which a node is amber. */
    void amberFrom(Number score);

    /** The KPI that stands for a node. */
    void ownKpi(String kpi);
}
