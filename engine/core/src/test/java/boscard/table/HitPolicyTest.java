package boscard.table;

import static org.assertj.core.api.Assertions.assertThat;

import boscard.evaluation.Performance;
import boscard.given.Tables;
import boscard.rulebook.Stage;
import java.util.List;
import org.junit.jupiter.api.Test;

class HitPolicyTest {

    private static final List<Row> TWO = Tables.table("T", Stage.STATUS, HitPolicy.FIRST, Performance.class)
            .when("kpi", Operator.EQUAL)
            .row("SPECIFIC", "win_rate")
            .row("GENERAL", new Object[] {null})
            .build()
            .rows();

    @Test
    void firstTakesTheTopmostRow() {
        assertThat(HitPolicy.FIRST.choose(TWO)).map(Row::id).containsExactly("SPECIFIC");
    }

    @Test
    void collectTakesAll() {
        assertThat(HitPolicy.COLLECT.choose(TWO)).isEqualTo(TWO);
    }

    @Test
    void uniqueTakesTheOnlyRowAndNoneOfSeveral() {
        assertThat(HitPolicy.UNIQUE.choose(TWO.subList(0, 1))).hasSize(1);
        assertThat(HitPolicy.UNIQUE.choose(TWO)).isEmpty();
    }

    @Test
    void policiesAreNamedInAnyCase() {
        assertThat(HitPolicy.named(" unique ")).contains(HitPolicy.UNIQUE);
        assertThat(HitPolicy.named("First")).contains(HitPolicy.FIRST);
        assertThat(HitPolicy.named("ANY")).isEmpty();
        assertThat(HitPolicy.all())
                .allMatch(policy -> HitPolicy.named(policy.name()).orElseThrow() == policy);
    }
}
