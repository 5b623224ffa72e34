package boscard.workbook.report;

import static org.assertj.core.api.Assertions.assertThat;

import boscard.evaluation.FindingState;
import boscard.evaluation.Severity;
import boscard.evaluation.Status;
import boscard.fact.Unit;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class FindingRowTest {

    @Test
    void rowThatWaitedInAFileIsTheSame() throws IOException {
        var full = new FindingRow(
                true,
                Severity.CRITICAL,
                FindingState.QUALIFIED,
                "Süd ☂",
                "Win rate",
                "goal G1",
                "2026-Q3",
                Status.RED,
                "long ".repeat(20_000),
                new BigDecimal("0.803300"),
                new BigDecimal("1E+3"),
                Unit.RATIO,
                "more",
                "ST1_RED",
                new Link("KT-014", "a.xlsx", "Thresholds!A18"),
                "a.xlsx!Thresholds!A18",
                Link.none("computed"),
                3,
                "f2, f3",
                "SOUTH",
                "f1");
        assertThat(copy(full)).isEqualTo(full);
    }

    @Test
    void whatAFindingLacksIsStillLackingAfterwards() throws IOException {
        var bare = new FindingRow(
                false,
                Severity.INFO,
                FindingState.ACTIVE,
                "",
                "",
                "",
                "",
                null,
                "",
                null,
                null,
                null,
                "",
                "",
                Link.none(""),
                "",
                Link.none(""),
                0,
                "",
                "",
                "");
        assertThat(copy(bare)).isEqualTo(bare);
    }

    private static FindingRow copy(FindingRow row) throws IOException {
        var bytes = new ByteArrayOutputStream();
        row.write(new DataOutputStream(bytes));
        return FindingRow.read(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
    }
}
