package boscard.given;

import boscard.fact.Fact;
import boscard.fact.Facts;
import boscard.fact.FiscalCalendar;
import boscard.fact.Level;
import boscard.fact.Measurement;
import boscard.fact.Objective;
import boscard.fact.ObjectiveStatus;
import boscard.fact.Period;
import boscard.fact.Reading;
import boscard.fact.Scorecard;
import boscard.source.Origin;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Facts in the making. A number is written as text; null is a blank. */
public final class Given {

    private static final Map<String, Origin.Column> COLUMNS =
            Map.of("actual", new Origin.Column(4, "actual"), "target", new Origin.Column(5, "target"));

    private final List<Fact> facts = new ArrayList<>();

    /** A period by its canonical text, in calendar years. */
    public static Period period(String text) {
        return FiscalCalendar.CALENDAR_YEAR.parse(text).orElseThrow();
    }

    public static Reading reading(@Nullable String number) {
        return number == null ? Reading.BLANK : Reading.of(number);
    }

    public Given scorecard(String id) {
        return scorecard(id, null);
    }

    public Given scorecard(String id, @Nullable String parent) {
        return fact(new Scorecard(
                id,
                "Team " + id,
                Level.TEAM,
                parent,
                null,
                null,
                null,
                BigDecimal.ONE,
                "EUR",
                null,
                null,
                null,
                null,
                new Origin.Line("scorecards.csv", facts.size() + 2, Map.of())));
    }

    /** An active objective of every scorecard. */
    public Given objective(String id, String perspective, String weight, String... kpis) {
        return fact(new Objective(
                id,
                "Objective " + id,
                perspective,
                null,
                null,
                List.of(kpis),
                null,
                null,
                new BigDecimal(weight),
                null,
                ObjectiveStatus.ACTIVE,
                null,
                null,
                null,
                null,
                new Origin.Line("objectives.csv", facts.size() + 2, Map.of())));
    }

    public Given measured(
            String scorecard, String kpi, String period, @Nullable String actual, @Nullable String target) {
        return measured(scorecard, kpi, period, reading(actual), reading(target));
    }

    public Given measured(String scorecard, String kpi, String period, Reading actual, Reading target) {
        return fact(new Measurement(
                scorecard,
                kpi,
                period(period),
                actual,
                target,
                Reading.BLANK,
                Reading.BLANK,
                Reading.BLANK,
                null,
                false,
                null,
                new Origin.Line("measurements.csv", facts.size() + 2, COLUMNS)));
    }

    /** A measurement with the value of a year before. */
    public Given measuredWithPrior(String scorecard, String kpi, String period, String actual, String prior) {
        return fact(new Measurement(
                scorecard,
                kpi,
                period(period),
                reading(actual),
                Reading.BLANK,
                Reading.BLANK,
                reading(prior),
                Reading.BLANK,
                null,
                false,
                null,
                new Origin.Line("measurements.csv", facts.size() + 2, COLUMNS)));
    }

    public Given fact(Fact one) {
        facts.add(one);
        return this;
    }

    public Facts facts() {
        return Facts.of(facts);
    }

    /** The same facts as a file with its rows in another order would give them. */
    public Facts shuffled(long seed) {
        var other = new ArrayList<>(facts);
        Collections.shuffle(other, new Random(seed));
        return Facts.of(other);
    }
}
