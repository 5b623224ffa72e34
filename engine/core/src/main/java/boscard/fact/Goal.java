package boscard.fact;

import boscard.source.Origin;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A written commitment to move one KPI of one scorecard by a date. Only the key is required: SMART looks for gaps. */
public record Goal(
        @Required String goal,
        @Nullable String statement,
        @Nullable String scorecard,
        @Nullable String owner,
        List<String> kpi,
        @Nullable String objective,
        @Nullable Direction direction,
        @Nullable BigDecimal baseline,
        @Nullable LocalDate baselineDate,
        @Nullable BigDecimal target,
        @Nullable BigDecimal stretch,
        @Nullable Unit unit,
        @Nullable Frequency frequency,
        @Nullable BigDecimal weight,
        @Nullable LocalDate startDate,
        @Nullable LocalDate dueDate,
        @Nullable LocalDate createdOn,
        @Nullable LocalDate closedOn,
        @Nullable BigDecimal expectedCapacity,
        @Nullable String source,
        Origin origin)
        implements Fact {

    public Goal {
        kpi = List.copyOf(kpi);
    }

    @Override
    public FactKind factKind() {
        return FactKind.GOALS;
    }

    @Override
    public String id() {
        return goal;
    }

    /** The unit, under a name that rule files can use: in DRL {@code unit} is a keyword. */
    public @Nullable Unit getCountedIn() {
        return unit;
    }
}
