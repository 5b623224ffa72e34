package boscard.rulebook;

import boscard.fact.KpiCatalogue;
import boscard.table.DecisionTable;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A whole rulebook. Immutable; safe for any thread.
 *
 * @param tables in the order of their workbooks and sheets
 * @param documents sorted by path
 * @param words word lists by name, such as {@code vague}; in lower case
 * @param holidays days that are no working days, beside Saturdays and Sundays
 * @param digest SHA-256 over canonical content, in hexadecimal; formatting and zip bytes do not count
 */
public record Rulebook(
        KpiCatalogue catalogue,
        Parameters parameters,
        List<DecisionTable> tables,
        List<RuleDocument> documents,
        Map<String, Set<String>> words,
        Set<LocalDate> holidays,
        String digest) {

    public Rulebook {
        tables = List.copyOf(tables);
        documents = List.copyOf(documents);
        words = Map.copyOf(words);
        holidays = Set.copyOf(holidays);
    }

    public List<DecisionTable> tables(Stage stage) {
        return tables.stream()
                .filter(table -> table.stage().equals(stage.agendaGroup()))
                .toList();
    }

    /** The same with another catalogue and other parameters. */
    public Rulebook with(KpiCatalogue otherCatalogue, Parameters otherParameters) {
        return new Rulebook(otherCatalogue, otherParameters, tables, documents, words, holidays, digest);
    }

    /** The same without tables: what an engine for rule files alone needs. */
    public Rulebook withoutTables() {
        return new Rulebook(catalogue, parameters, List.of(), documents, words, holidays, digest);
    }

    /** The same without rule files: what matching tables alone needs. */
    public Rulebook withoutRules() {
        return new Rulebook(catalogue, parameters, tables, List.of(), words, holidays, digest);
    }
}
