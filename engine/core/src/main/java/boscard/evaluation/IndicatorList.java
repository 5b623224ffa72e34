package boscard.evaluation;

import boscard.fact.Unit;
import boscard.source.SourceRef;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Gathers the indicators of one scorecard. Not thread-safe. */
final class IndicatorList {

    private final ScorecardContext context;
    private final List<Indicator> all = new ArrayList<>();

    IndicatorList(ScorecardContext context) {
        this.context = context;
    }

    List<Indicator> all() {
        return all;
    }

    /** Starts an indicator; it counts once {@link Draft#add} is called. */
    Draft of(String name) {
        return new Draft(name);
    }

    /** An indicator in the making. */
    final class Draft {
        private final String name;
        private @Nullable String kpi;
        private @Nullable String goal;
        private @Nullable String period;
        private @Nullable String other;
        private @Nullable BigDecimal value;
        private @Nullable String text;
        private @Nullable Unit unit;
        private int count;
        private @Nullable BigDecimal reference;
        private final List<NamedValue> values = new ArrayList<>();
        private String formula = "";
        private final TreeSet<SourceRef> inputs = new TreeSet<>();

        private Draft(String name) {
            this.name = name;
        }

        Draft kpi(@Nullable String id) {
            kpi = id;
            return this;
        }

        Draft goal(@Nullable String id) {
            goal = id;
            return this;
        }

        Draft period(Object one) {
            period = one.toString();
            return this;
        }

        Draft other(String kind, String id) {
            other = kind + " " + id;
            return this;
        }

        Draft value(@Nullable BigDecimal number, @Nullable Unit itsUnit) {
            value = number;
            unit = itsUnit;
            return this;
        }

        Draft value(long number, @Nullable Unit itsUnit) {
            return value(BigDecimal.valueOf(number), itsUnit);
        }

        Draft text(String word) {
            text = word;
            return this;
        }

        Draft count(int points) {
            count = points;
            return this;
        }

        Draft reference(@Nullable BigDecimal number) {
            reference = number;
            return this;
        }

        Draft with(String valueName, @Nullable BigDecimal number, @Nullable Unit itsUnit) {
            values.add(NamedValue.of(valueName, number, itsUnit));
            return this;
        }

        Draft formula(String words) {
            formula = words;
            return this;
        }

        Draft from(SourceRef input) {
            inputs.add(input);
            return this;
        }

        Draft from(Collection<SourceRef> some) {
            inputs.addAll(some);
            return this;
        }

        void add() {
            all.add(new Indicator(
                    name,
                    context.id(),
                    context.level(),
                    kpi,
                    goal,
                    period,
                    other,
                    value,
                    text,
                    unit,
                    count,
                    reference,
                    values,
                    formula,
                    List.copyOf(inputs)));
        }
    }
}
