package boscard.app;

import boscard.cases.RulebookCases;
import boscard.problem.Problem;
import boscard.table.Cell;
import boscard.table.Row;
import boscard.table.example.Coverage;
import boscard.table.example.ExampleHeadings;
import boscard.table.example.Expectation;
import boscard.table.example.Trial;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.Map;

/** What came of the tests of a rulebook, for programs: one JSON object. */
final class TestJson {

    private TestJson() {}

    static void print(TestRun run, PrintWriter out) {
        try (JsonGenerator json = new JsonFactory()
                .createGenerator(out)
                .configure(JsonGenerator.Feature.AUTO_CLOSE_TARGET, false)
                .useDefaultPrettyPrinter()) {
            json.writeStartObject();
            json.writeBooleanField("passed", run.passed());
            json.writeNumberField("examples", run.trials().size());
            json.writeArrayFieldStart("failures");
            for (Trial trial : run.failures()) {
                failure(trial, json);
            }
            json.writeEndArray();
            json.writeNumberField("rows", run.rows());
            json.writeNumberField("rows_reached", run.reached());
            json.writeArrayFieldStart("unreached");
            for (Coverage coverage : run.coverages()) {
                for (Row row : coverage.unreached()) {
                    json.writeStartObject();
                    json.writeStringField("row", row.id());
                    json.writeStringField("table", coverage.table().name());
                    json.writeStringField("at", row.at().toString());
                    json.writeEndObject();
                }
            }
            json.writeEndArray();
            cases(run.cases(), json);
            problems(run, json);
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        out.println();
    }

    private static void failure(Trial trial, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("at", trial.example().at().toString());
        json.writeStringField("table", trial.table().name());
        json.writeStringField("message", ExampleWords.failure(trial));
        json.writeArrayFieldStart("given");
        Map<String, String> headings = new ExampleHeadings(trial.table()).inputHeadings();
        for (Map.Entry<String, Cell> input : trial.example().given().entrySet()) {
            cell(headings.getOrDefault(input.getKey(), input.getKey()), input.getValue(), json);
        }
        json.writeEndArray();
        expected(trial, json);
        json.writeArrayFieldStart("decided");
        for (Row row : trial.chosen()) {
            row(trial, row, json);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("expected_rows");
        for (Row row : trial.expectedRows().stream().limit(1).toList()) {
            row(trial, row, json);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void expected(Trial trial, JsonGenerator json) throws IOException {
        Expectation expected = trial.example().expected();
        json.writeObjectFieldStart("expected");
        json.writeBooleanField("nothing", expected.nothing());
        json.writeArrayFieldStart("rows");
        for (String row : expected.rows()) {
            json.writeString(row);
        }
        json.writeEndArray();
        json.writeObjectFieldStart("outcomes");
        for (var column : trial.table().outcomes()) {
            Cell cell = expected.outcomes().get(column.verb().name());
            if (cell != null) {
                json.writeStringField(column.heading(), ExampleWords.plain(cell.value()));
            }
        }
        json.writeEndObject();
        json.writeEndObject();
    }

    private static void row(Trial trial, Row row, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("row", row.id());
        json.writeStringField("at", row.at().toString());
        json.writeArrayFieldStart("comparisons");
        for (var comparing : trial.compare(row)) {
            json.writeStartObject();
            json.writeStringField("heading", comparing.column().heading());
            json.writeStringField("at", comparing.cell().at().toString());
            json.writeStringField("verdict", comparing.verdict().name());
            json.writeStringField("comparison", ExampleWords.comparison(trial.example(), comparing));
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("outcomes");
        for (var outcome : ExampleWords.outcomes(trial.table(), row)) {
            cell(outcome.heading(), outcome.cell(), json);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void cell(String heading, Cell cell, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("heading", heading);
        json.writeStringField("value", ExampleWords.plain(cell.value()));
        json.writeStringField("shown", cell.raw());
        json.writeStringField("at", cell.at().toString());
        json.writeEndObject();
    }

    private static void cases(RulebookCases.@org.jspecify.annotations.Nullable Results cases, JsonGenerator json)
            throws IOException {
        if (cases == null) {
            return;
        }
        json.writeNumberField("cases", cases.results().size());
        json.writeArrayFieldStart("case_failures");
        for (RulebookCases.Result result : cases.results()) {
            if (!result.passed()) {
                json.writeStartObject();
                json.writeStringField("file", result.file());
                json.writeStringField("name", result.name());
                json.writeArrayFieldStart("complaints");
                for (String complaint : result.complaints()) {
                    json.writeString(complaint);
                }
                json.writeEndArray();
                json.writeEndObject();
            }
        }
        json.writeEndArray();
    }

    private static void problems(TestRun run, JsonGenerator json) throws IOException {
        json.writeArrayFieldStart("problems");
        for (Problem problem : run.problems()) {
            json.writeStartObject();
            json.writeStringField("at", problem.at().toString());
            json.writeStringField("code", problem.code().name());
            json.writeStringField("severity", problem.severity().name());
            json.writeStringField("message", problem.message());
            if (problem.advice() != null) {
                json.writeStringField("advice", problem.advice());
            }
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
