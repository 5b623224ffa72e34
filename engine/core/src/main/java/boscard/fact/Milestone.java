package boscard.fact;

import boscard.source.Origin;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A dated step of a goal or an initiative. */
@OneOf({"goal", "initiative"})
public record Milestone(
        @Required String milestone,
        @Nullable String goal,
        @Nullable String initiative,
        @Required String name,
        @Required LocalDate dueDate,
        @Nullable LocalDate doneDate,
        Origin origin)
        implements Fact {

    @Override
    public FactKind factKind() {
        return FactKind.MILESTONES;
    }

    @Override
    public String id() {
        return milestone;
    }
}
