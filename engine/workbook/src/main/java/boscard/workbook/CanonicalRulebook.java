package boscard.workbook;

import boscard.fact.Decimals;
import boscard.fact.Kpi;
import boscard.fact.KpiCatalogue;
import boscard.fact.Perspective;
import boscard.rulebook.Parameter;
import boscard.rulebook.Parameters;
import boscard.rulebook.RuleDocument;
import boscard.table.Cell;
import boscard.table.ConditionColumn;
import boscard.table.DecisionTable;
import boscard.table.Row;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The content of a rulebook as one text, the same for the same content: what the digest is made of. Formatting, column
 * widths, file names, positions on a sheet and the bytes of the zip are not in it.
 *
 * <p>The form, one item per line, the parts of an item separated by a tab:
 *
 * <pre>
 * boscard rulebook 1
 * perspective  id  name  weight                      in their order, which is the order shown
 * kpi          id  and the other columns of DOMAIN.md section 2 in their order there, scheme and seasonal after the null
 *              policy; sorted by id
 * parameter    name  value                           sorted by name
 * word         list  word                            sorted
 * holiday      date                                  sorted
 * table        name  stage  hit policy  fact type    sorted by name; followed by its columns and rows in sheet order
 * condition    heading  property operator, ...
 * outcome      heading  verb
 * row          id  one part per condition and outcome, empty when the cell is, then heading and text of each note,
 *              sorted by heading
 * document     path  number of lines                 sorted by path; followed by its lines, each with a leading tab
 * </pre>
 *
 * Numbers are plain without trailing zeros, dates ISO, the members of a set sorted and in quotes. Backslash, tab and
 * the ends of lines within a part are written {@code \\}, {@code \t}, {@code \n}, {@code \r}, so that no content can
 * look like another.
 */
final class CanonicalRulebook {

    private final StringBuilder text = new StringBuilder("boscard rulebook 1\n");

    private CanonicalRulebook() {}

    static String of(
            KpiCatalogue catalogue,
            Parameters parameters,
            List<DecisionTable> tables,
            List<RuleDocument> documents,
            Map<String, Set<String>> words,
            Set<LocalDate> holidays) {
        var canonical = new CanonicalRulebook();
        catalogue.perspectives().forEach(canonical::add);
        sorted(catalogue.kpis(), Kpi::id).forEach(canonical::add);
        sorted(parameters.all(), Parameter::name).forEach(canonical::add);
        new TreeMap<>(words)
                .forEach((list, members) -> new TreeSet<>(members).forEach(word -> canonical.line("word", list, word)));
        new TreeSet<>(holidays).forEach(day -> canonical.line("holiday", day));
        sorted(tables, DecisionTable::name).forEach(canonical::add);
        sorted(documents, RuleDocument::path).forEach(canonical::add);
        return canonical.text.toString();
    }

    /** SHA-256 of a text in UTF-8, in hexadecimal. */
    static String digest(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-256", impossible);
        }
    }

    private static <T> List<T> sorted(Collection<T> items, Function<T, String> key) {
        return items.stream().sorted(Comparator.comparing(key)).toList();
    }

    private void add(Perspective perspective) {
        line("perspective", perspective.id(), perspective.name(), perspective.weight());
    }

    private void add(Kpi kpi) {
        line(
                "kpi",
                kpi.id(),
                kpi.name(),
                kpi.perspective(),
                kpi.definition(),
                kpi.glossary(),
                kpi.formula(),
                kpi.unit(),
                kpi.direction(),
                kpi.low(),
                kpi.high(),
                kpi.horizon(),
                kpi.timing(),
                kpi.frequency(),
                kpi.timeAggregation(),
                kpi.unitAggregation(),
                kpi.weight(),
                kpi.pair(),
                kpi.worst(),
                kpi.stretch(),
                kpi.plausibleMin(),
                kpi.plausibleMax(),
                kpi.nullPolicy(),
                kpi.scheme(),
                kpi.seasonal() ? "seasonal" : null,
                kpi.owner(),
                kpi.source());
    }

    private void add(Parameter parameter) {
        Object value = parameter.number() != null ? parameter.number() : parameter.text();
        line("parameter", parameter.name(), value);
    }

    private void add(DecisionTable table) {
        line(
                "table",
                table.name(),
                table.stage(),
                table.policy().name(),
                table.factType().name());
        for (ConditionColumn column : table.conditions()) {
            String comparisons = column.comparisons().stream()
                    .map(comparison -> comparison.property().name() + " "
                            + comparison.operator().symbol())
                    .collect(Collectors.joining(", "));
            line("condition", column.heading(), comparisons);
        }
        table.outcomes()
                .forEach(column ->
                        line("outcome", column.heading(), column.verb().name()));
        table.rows().forEach(this::add);
    }

    private void add(Row row) {
        text.append("row");
        part(row.id());
        row.conditions().forEach(this::cell);
        row.outcomes().forEach(this::cell);
        new TreeMap<>(row.notes()).forEach((heading, note) -> {
            part(heading);
            part(note);
        });
        text.append('\n');
    }

    private void cell(@Nullable Cell cell) {
        part(
                cell == null
                        ? null
                        : cell.operands().stream().map(CanonicalRulebook::plain).collect(Collectors.joining(", ")));
    }

    private void add(RuleDocument document) {
        String[] lines = document.text().split("\n", -1);
        line("document", document.path(), lines.length);
        for (String each : lines) {
            line("", each);
        }
    }

    private void line(String kind, @Nullable Object... parts) {
        text.append(kind);
        for (Object part : parts) {
            part(part);
        }
        text.append('\n');
    }

    private void part(@Nullable Object part) {
        String plain = part == null ? "" : plain(part);
        text.append('\t');
        for (int i = 0; i < plain.length(); i++) {
            char c = plain.charAt(i);
            switch (c) {
                case '\\' -> text.append("\\\\");
                case '\t' -> text.append("\\t");
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                default -> text.append(c);
            }
        }
    }

    private static String plain(Object value) {
        if (value instanceof BigDecimal number) {
            return Decimals.canonical(number).toPlainString();
        } else if (value instanceof Set<?> set) {
            return set.stream()
                    .map(member -> '"' + plain(member).replace("\"", "\"\"") + '"')
                    .sorted()
                    .collect(Collectors.joining(", ", "{", "}"));
        }
        return value.toString();
    }
}
