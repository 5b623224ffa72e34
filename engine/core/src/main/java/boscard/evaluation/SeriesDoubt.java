package boscard.evaluation;

import boscard.fact.Period;
import boscard.source.SourceRef;
import java.math.BigDecimal;
import java.util.List;

/** What was noticed while the numbers of a scorecard were computed; data quality findings are drawn from it. */
sealed interface SeriesDoubt {

    String kpi();

    Period period();

    List<SourceRef> sources();

    /** A value was reported, and its parts, reported too, give another one. The reported one is kept. */
    record Differs(String kpi, Period period, BigDecimal kept, BigDecimal computed, List<SourceRef> sources)
            implements SeriesDoubt {}

    /** A value was computed from the mean of ratios of another KPI, since their parts are not known. */
    record MeanOfRatios(String kpi, Period period, String of, List<SourceRef> sources) implements SeriesDoubt {}
}
