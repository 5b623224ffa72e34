package boscard.fact;

import boscard.source.Origin;

/** One imported record. */
public sealed interface Fact
        permits Scorecard,
                Objective,
                StrategyLink,
                Measurement,
                Goal,
                Milestone,
                Initiative,
                Activity,
                Communication,
                Review,
                TargetChange,
                Deal,
                KpiChange,
                Clearance,
                StatusOverride {

    FactKind factKind();

    /** The key as one text, its parts joined by {@code |}; unique within its kind. */
    String id();

    Origin origin();
}
