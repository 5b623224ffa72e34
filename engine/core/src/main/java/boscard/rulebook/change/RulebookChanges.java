package boscard.rulebook.change;

import boscard.fact.Kpi;
import boscard.fact.Perspective;
import boscard.rulebook.Parameter;
import boscard.rulebook.RuleDocument;
import boscard.rulebook.Rulebook;
import boscard.rulebook.change.Change.ValueChanged;
import boscard.source.Derived;
import boscard.source.RuleRef;
import boscard.source.SourceRef;
import boscard.table.DecisionTable;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * All differences of two rulebooks: tables by name, rows by id, cells by what their column does, rules by name. Numbers
 * are the same when they are equal, whatever their format. Immutable; safe for any thread.
 *
 * @param all tables in the order of the later rulebook, then parameters, the catalogue, lists, and rule files
 */
public record RulebookChanges(List<Change> all) {

    private static final Pattern HUMP = Pattern.compile("(?<=[a-z])(?=[A-Z])");
    private static final Pattern RULE =
            Pattern.compile("(?m)^rule\\s+(?:\"([^\"]+)\"|(\\S+)).*(?:\\n(?!end\\b).*)*\\n?(?:end\\b.*\\n?)?");

    public RulebookChanges {
        all = List.copyOf(all);
    }

    public static RulebookChanges of(Rulebook before, Rulebook after) {
        var changes = new ArrayList<Change>();
        if (!before.digest().isEmpty() && before.digest().equals(after.digest())) {
            return new RulebookChanges(changes);
        }
        tables(before.tables(), after.tables(), changes);
        parameters(before, after, changes);
        kpis(before, after, changes);
        perspectives(before, after, changes);
        words(before, after, changes);
        holidays(before, after, changes);
        documents(before.documents(), after.documents(), changes);
        return new RulebookChanges(changes);
    }

    public boolean isEmpty() {
        return all.isEmpty();
    }

    private static void tables(List<DecisionTable> before, List<DecisionTable> after, List<Change> changes) {
        Map<String, DecisionTable> old = byKey(before, DecisionTable::name);
        Map<String, DecisionTable> now = byKey(after, DecisionTable::name);
        now.forEach((name, table) -> {
            DecisionTable earlier = old.get(name);
            if (earlier == null) {
                changes.add(new Change.TableAdded(table));
            } else {
                changes.addAll(TableChanges.of(earlier, table));
            }
        });
        old.forEach((name, table) -> {
            if (!now.containsKey(name)) {
                changes.add(new Change.TableRemoved(table));
            }
        });
    }

    private static void parameters(Rulebook before, Rulebook after, List<Change> changes) {
        Map<String, Parameter> old = byKey(before.parameters().all(), Parameter::name);
        Map<String, Parameter> now = byKey(after.parameters().all(), Parameter::name);
        for (String name : union(old, now)) {
            Parameter from = old.get(name);
            Parameter to = now.get(name);
            if (from == null || to == null || !same(from, to)) {
                SourceRef at =
                        to != null ? to.at() : Objects.requireNonNull(from).at();
                changes.add(new ValueChanged(
                        ValueChanged.Kind.PARAMETER,
                        name,
                        "",
                        from == null ? null : from.text(),
                        to == null ? null : to.text(),
                        from == null ? null : from.at(),
                        at));
            }
        }
    }

    private static boolean same(Parameter from, Parameter to) {
        return from.number() != null && to.number() != null
                ? from.number().compareTo(to.number()) == 0
                : from.number() == null && to.number() == null && from.text().equals(to.text());
    }

    private static void kpis(Rulebook before, Rulebook after, List<Change> changes) {
        Map<String, Kpi> old = byKey(before.catalogue().kpis(), Kpi::id);
        Map<String, Kpi> now = byKey(after.catalogue().kpis(), Kpi::id);
        for (String id : union(old, now)) {
            Kpi from = old.get(id);
            Kpi to = now.get(id);
            if (from == null || to == null) {
                SourceRef at =
                        to != null ? to.at() : Objects.requireNonNull(from).at();
                changes.add(new ValueChanged(
                        ValueChanged.Kind.KPI,
                        id,
                        "",
                        from == null ? null : from.name(),
                        to == null ? null : to.name(),
                        from == null ? null : from.at(),
                        at));
            } else {
                kpi(from, to, changes);
            }
        }
    }

    private static void kpi(Kpi from, Kpi to, List<Change> changes) {
        for (RecordComponent component : Kpi.class.getRecordComponents()) {
            String name = component.getName();
            if (name.equals("origin")) {
                continue;
            }
            Object was = value(component, from);
            Object is = value(component, to);
            if (!same(was, is)) {
                String field = HUMP.matcher(name).replaceAll("_").toLowerCase(Locale.ROOT);
                changes.add(new ValueChanged(
                        ValueChanged.Kind.KPI,
                        to.id(),
                        field.replace('_', ' '),
                        text(was),
                        text(is),
                        from.origin().of(field),
                        to.origin().of(field)));
            }
        }
    }

    private static @Nullable Object value(RecordComponent component, Kpi kpi) {
        try {
            return component.getAccessor().invoke(kpi);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException("The accessor of a public record can be called: " + component, impossible);
        }
    }

    private static void perspectives(Rulebook before, Rulebook after, List<Change> changes) {
        List<Perspective> was = before.catalogue().perspectives();
        List<Perspective> is = after.catalogue().perspectives();
        Map<String, Perspective> old = byKey(was, Perspective::id);
        Map<String, Perspective> now = byKey(is, Perspective::id);
        var at = new Derived("the sheet Perspectives");
        for (String id : union(old, now)) {
            Perspective from = old.get(id);
            Perspective to = now.get(id);
            if (from == null || to == null) {
                add(
                        ValueChanged.Kind.PERSPECTIVE,
                        id,
                        "",
                        from == null ? null : from.name(),
                        to == null ? null : to.name(),
                        at,
                        changes);
            } else {
                if (!from.name().equals(to.name())) {
                    add(ValueChanged.Kind.PERSPECTIVE, id, "name", from.name(), to.name(), at, changes);
                }
                if (!same(from.weight(), to.weight())) {
                    add(
                            ValueChanged.Kind.PERSPECTIVE,
                            id,
                            "weight",
                            text(from.weight()),
                            text(to.weight()),
                            at,
                            changes);
                }
            }
        }
        List<String> common =
                was.stream().map(Perspective::id).filter(now::containsKey).toList();
        List<String> order =
                is.stream().map(Perspective::id).filter(old::containsKey).toList();
        if (!common.equals(order)) {
            add(
                    ValueChanged.Kind.PERSPECTIVE,
                    "",
                    "order",
                    String.join(", ", common),
                    String.join(", ", order),
                    at,
                    changes);
        }
    }

    private static void words(Rulebook before, Rulebook after, List<Change> changes) {
        var lists = new TreeSet<>(before.words().keySet());
        lists.addAll(after.words().keySet());
        var at = new Derived("the sheet Words");
        for (String list : lists) {
            Set<String> was = before.words().getOrDefault(list, Set.of());
            Set<String> is = after.words().getOrDefault(list, Set.of());
            difference(was, is).forEach(word -> add(ValueChanged.Kind.WORD, list, "", word, null, at, changes));
            difference(is, was).forEach(word -> add(ValueChanged.Kind.WORD, list, "", null, word, at, changes));
        }
    }

    private static void holidays(Rulebook before, Rulebook after, List<Change> changes) {
        var at = new Derived("the sheet Holidays");
        difference(before.holidays(), after.holidays())
                .forEach(day -> add(ValueChanged.Kind.HOLIDAY, day.toString(), "", day.toString(), null, at, changes));
        difference(after.holidays(), before.holidays())
                .forEach(day -> add(ValueChanged.Kind.HOLIDAY, day.toString(), "", null, day.toString(), at, changes));
    }

    private static void add(
            ValueChanged.Kind kind,
            String id,
            String field,
            @Nullable String from,
            @Nullable String to,
            SourceRef at,
            List<Change> changes) {
        changes.add(new ValueChanged(kind, id, field, from, to, from == null ? null : at, at));
    }

    private static void documents(List<RuleDocument> before, List<RuleDocument> after, List<Change> changes) {
        Map<String, RuleDocument> old = byKey(before, RuleDocument::path);
        Map<String, RuleDocument> now = byKey(after, RuleDocument::path);
        for (String path : union(old, now)) {
            RuleDocument from = old.get(path);
            RuleDocument to = now.get(path);
            if (from == null || to == null || !from.text().equals(to.text())) {
                Map<String, Part> was = from == null ? Map.of() : parts(from);
                Map<String, Part> is = to == null ? Map.of() : parts(to);
                for (String rule : union(was, is)) {
                    Part one = was.get(rule);
                    Part other = is.get(rule);
                    if (one == null || other == null || !one.text.equals(other.text)) {
                        int line = other != null ? other.line : Objects.requireNonNull(one).line;
                        changes.add(new Change.RuleChanged(
                                path,
                                rule,
                                one == null ? null : one.text,
                                other == null ? null : other.text,
                                new RuleRef(path, line, rule)));
                    }
                }
            }
        }
    }

    private record Part(String text, int line) {}

    /** The rules of a file by name, and under the empty name what stands outside of them. */
    private static Map<String, Part> parts(RuleDocument document) {
        var parts = new TreeMap<String, Part>();
        var outside = new StringBuilder();
        Matcher rule = RULE.matcher(document.text());
        int end = 0;
        while (rule.find()) {
            outside.append(document.text(), end, rule.start());
            end = rule.end();
            String name = rule.group(1) != null ? rule.group(1) : rule.group(2);
            int line = 1
                    + (int) document.text()
                            .substring(0, rule.start())
                            .chars()
                            .filter(c -> c == '\n')
                            .count();
            parts.merge(
                    name,
                    new Part(rule.group().strip(), line),
                    (one, two) -> new Part(one.text + "\n" + two.text, one.line));
        }
        outside.append(document.text().substring(end));
        String rest = outside.toString()
                .lines()
                .map(String::strip)
                .filter(each -> !each.isEmpty())
                .collect(Collectors.joining("\n"));
        parts.put("", new Part(rest, 1));
        return parts;
    }

    private static boolean same(@Nullable Object one, @Nullable Object other) {
        return one instanceof BigDecimal number && other instanceof BigDecimal second
                ? number.compareTo(second) == 0
                : Objects.equals(one, other);
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value instanceof BigDecimal number ? number.toPlainString() : value.toString();
    }

    private static <T> Map<String, T> byKey(Iterable<T> items, Function<T, String> key) {
        var byKey = new LinkedHashMap<String, T>();
        items.forEach(item -> byKey.put(key.apply(item), item));
        return byKey;
    }

    /** The keys of the later, then those that only the earlier has. */
    private static Set<String> union(Map<String, ?> before, Map<String, ?> after) {
        var union = new LinkedHashSet<>(after.keySet());
        union.addAll(before.keySet());
        return union;
    }

    private static <T> List<T> difference(Set<T> of, Set<T> without) {
        return of.stream().filter(item -> !without.contains(item)).sorted().toList();
    }
}
