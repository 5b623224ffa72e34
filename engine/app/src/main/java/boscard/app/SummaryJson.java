package boscard.app;

import boscard.evaluation.NodeScore;
import boscard.evaluation.Severity;
import boscard.evaluation.Status;
import boscard.intake.FileAccount;
import boscard.intake.ImportedFacts;
import boscard.ledger.RunManifest;
import boscard.problem.Problem;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

/** The summary of a run for programs: one JSON object. */
final class SummaryJson {

    private SummaryJson() {}

    static void print(
            Summary summary,
            ImportedFacts imported,
            List<Problem> problems,
            RunManifest manifest,
            Path folder,
            PrintWriter out) {
        try (JsonGenerator json = new JsonFactory()
                .createGenerator(out)
                .configure(JsonGenerator.Feature.AUTO_CLOSE_TARGET, false)
                .configure(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN.mappedFeature(), true)
                .useDefaultPrettyPrinter()) {
            json.writeStartObject();
            json.writeStringField("run", manifest.id());
            json.writeStringField("folder", folder.toString());
            json.writeStringField("as_of", summary.asOf().date().toString());
            json.writeStringField("rulebook_digest", manifest.rulebookDigest());
            json.writeStringField("facts_digest", manifest.factsDigest());
            json.writeStringField("results_digest", manifest.resultsDigest());
            accounts(imported, json);
            counts(summary, json);
            scorecards(summary, json);
            problems(problems, json);
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        out.println();
    }

    static void accounts(ImportedFacts imported, JsonGenerator json) throws IOException {
        json.writeArrayFieldStart("inputs");
        for (FileAccount account : imported.accounts()) {
            json.writeStartObject();
            json.writeStringField("file", account.file());
            json.writeStringField("table", account.table());
            json.writeStringField("kind", account.kind().canonicalName());
            json.writeNumberField("read", account.read());
            json.writeNumberField("accepted", account.accepted());
            json.writeNumberField("rejected", account.rejected());
            json.writeNumberField("skipped", account.skippedRows());
            json.writeObjectFieldStart("skipped_by_reason");
            for (var entry : account.skipped().entrySet()) {
                json.writeNumberField(entry.getKey().toString(), entry.getValue());
            }
            json.writeEndObject();
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void counts(Summary summary, JsonGenerator json) throws IOException {
        json.writeObjectFieldStart("statuses");
        for (Status status : Status.values()) {
            if (status.family() == status) {
                json.writeNumberField(status.toString(), summary.statuses(status));
            }
        }
        json.writeEndObject();
        json.writeObjectFieldStart("findings");
        for (Severity severity : Severity.values()) {
            json.writeNumberField(severity.toString(), summary.findings(severity));
        }
        json.writeNumberField("SUPPRESSED", summary.suppressed());
        json.writeEndObject();
        json.writeNumberField("recommendations", summary.recommendations());
    }

    private static void scorecards(Summary summary, JsonGenerator json) throws IOException {
        json.writeArrayFieldStart("scorecards");
        for (Summary.Line line : summary.worstFirst()) {
            NodeScore top = line.top();
            json.writeStartObject();
            json.writeStringField("scorecard", line.scorecard().scorecard());
            json.writeStringField("name", line.scorecard().name());
            json.writeStringField(
                    "status",
                    top == null ? Status.NO_DATA.toString() : top.status().toString());
            if (top != null && top.score() != null) {
                json.writeNumberField("score", top.score());
            }
            if (line.unscored() != null) {
                json.writeStringField("unscored", line.unscored());
            }
            if (top != null) {
                json.writeNumberField("coverage", top.coverage());
                json.writeStringField("period", top.period());
            }
            json.writeNumberField("red", line.red().size());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    static void problems(List<Problem> problems, JsonGenerator json) throws IOException {
        json.writeArrayFieldStart("problems");
        for (Problem problem : problems.stream().sorted(Problem.READING_ORDER).toList()) {
            json.writeStartObject();
            json.writeStringField("code", problem.code().toString());
            json.writeStringField("severity", problem.severity().toString());
            json.writeStringField("at", problem.at().toString());
            json.writeStringField("message", problem.message());
            if (problem.advice() != null) {
                json.writeStringField("advice", problem.advice());
            }
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
