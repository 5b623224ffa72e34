package boscard.app;

import boscard.fact.Period;
import boscard.intake.Coverage;
import boscard.intake.ImportedFacts;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What became of the rows of an import, for programs: one JSON object. */
final class ImportJson {

    private ImportJson() {}

    static void print(ImportedFacts imported, @Nullable Coverage coverage, List<Path> written, PrintWriter out) {
        try (JsonGenerator json = new JsonFactory()
                .createGenerator(out)
                .configure(JsonGenerator.Feature.AUTO_CLOSE_TARGET, false)
                .useDefaultPrettyPrinter()) {
            json.writeStartObject();
            SummaryJson.accounts(imported, json);
            json.writeObjectFieldStart("rejected_by_code");
            for (var entry : imported.rejectedByCode().entrySet()) {
                json.writeNumberField(entry.getKey().toString(), entry.getValue());
            }
            json.writeEndObject();
            if (coverage != null) {
                coverage(coverage, json);
            }
            json.writeArrayFieldStart("written");
            for (Path file : written) {
                json.writeString(file.toString());
            }
            json.writeEndArray();
            SummaryJson.problems(imported.problems(), json);
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        out.println();
    }

    private static void coverage(Coverage coverage, JsonGenerator json) throws IOException {
        json.writeObjectFieldStart("coverage");
        json.writeStringField("as_of", coverage.asOf().toString());
        json.writeNumberField("expected", coverage.expected());
        json.writeNumberField("present", coverage.present());
        json.writeNumberField("missing", coverage.missing());
        json.writeNumberField("late", coverage.late());
        json.writeArrayFieldStart("lacking");
        for (Coverage.Series one : coverage.series()) {
            if (!one.isComplete()) {
                json.writeStartObject();
                json.writeStringField("scorecard", one.scorecard());
                json.writeStringField("kpi", one.kpi());
                json.writeStringField("grain", one.grain().toString());
                json.writeStringField("first", one.first().toString());
                json.writeStringField("last", one.last().toString());
                json.writeNumberField("present", one.present());
                periods("missing", one.missing(), json);
                periods("late", one.late(), json);
                json.writeEndObject();
            }
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void periods(String name, List<Period> periods, JsonGenerator json) throws IOException {
        json.writeArrayFieldStart(name);
        for (Period period : periods) {
            json.writeString(period.toString());
        }
        json.writeEndArray();
    }
}
