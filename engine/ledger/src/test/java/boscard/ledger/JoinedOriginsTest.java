package boscard.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import boscard.source.Origin;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class JoinedOriginsTest {

    private static final Origin FIRST = new Origin.Line("actuals.csv", 7, Map.of());

    @Test
    void placesOfJoinedValuesAreReadAsTheyWereWritten() {
        Origin.Joined joined = new Origin.Joined(
                FIRST,
                Map.of(
                        "target", new Origin.Line("targets.csv", 3, Map.of("target", new Origin.Column(5, "Plan"))),
                        "prior", new Origin.SheetRow("old.xlsx", "2025", 9, Map.of("prior", new Origin.Column(2, "B"))),
                        "note", new Origin.Line("notes.csv", 4, Map.of()),
                        "forecast", new Origin.Computed("sum(Amount) over 3 rows")));

        assertThat(JoinedOrigins.read(FIRST, JoinedOrigins.write(joined))).isEqualTo(joined);
    }

    @Test
    void factOfOneRecordIsNotJoined() {
        assertThat(JoinedOrigins.read(FIRST, List.of())).isSameAs(FIRST);
    }
}
