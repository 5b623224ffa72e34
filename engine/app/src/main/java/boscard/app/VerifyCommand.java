package boscard.app;

import boscard.app.RunVerification.Step;
import boscard.app.RunVerification.Verified;
import boscard.explanation.comparison.Comparison;
import boscard.explanation.comparison.Difference;
import boscard.ledger.Ledger;
import boscard.ledger.StoredRun;
import boscard.problem.Problem;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Whether a run is what it says. */
@Command(
        name = "verify",
        description = {
            "Verifies a run: its files, its digests, and that its facts and rulebook still conclude the same.",
            "",
            "Every file is held against the digest in the manifest; the digests of rulebook, facts and results are made"
                    + " again from the content; and everything is evaluated again and held against the stored rows."
                    + " What differs is named, with the reason: a changed file, or another version of boscard."
        },
        mixinStandardHelpOptions = true,
        footerHeading = "%nExamples%n",
        footer = {
            "  boscard verify",
            "  boscard verify 2026-11-24T043907Z-8c1d --format json",
            "  boscard verify --engine drools"
        })
final class VerifyCommand implements Callable<Integer> {

    private static final int SOME = 20;

    private enum Format {
        TEXT,
        JSON
    }

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Parameters(paramLabel = "RUN", arity = "0..1", description = "Which run (default: latest).")
    private String run = Ledger.LATEST;

    @Mixin
    private RunsOption runs = new RunsOption();

    @Option(names = "--format", defaultValue = "TEXT", description = "text or json (default: ${DEFAULT-VALUE}).")
    private Format format = Format.TEXT;

    @Mixin
    private WorkersOption workers = new WorkersOption();

    @Option(
            names = "--engine",
            paramLabel = "ENGINE",
            defaultValue = "INDEX",
            description = "What matches the decision tables of the replay: index, as an evaluation does, or drools, to"
                    + " hold the index against Drools (default: ${DEFAULT-VALUE}).")
    private Engine engine = Engine.INDEX;

    @Override
    public Integer call() throws Exception {
        StoredRun stored = runs.ledger().open(run);
        Verified verified = RunVerification.of(stored, engine, workers.count());
        PrintWriter out = spec.commandLine().getOut();
        if (format == Format.JSON) {
            json(verified, out);
        } else {
            text(verified, out);
        }
        out.flush();
        return verified.isSound() ? ExitCode.FINE : ExitCode.PROBLEMS;
    }

    private static void text(Verified verified, PrintWriter out) {
        out.println("Run " + verified.manifest().id() + ", as of "
                + verified.manifest().asOf());
        for (Step step : verified.steps()) {
            out.println("  %-9s %-5s %s".formatted(step.name(), step.sound() ? "ok" : "WRONG", step.found()));
        }
        ProblemList.print(verified.problems(), out);
        Comparison differences = verified.differences();
        if (differences != null && !differences.isSame()) {
            out.println("Stored, and what the replay concludes instead");
            differences.statuses().stream()
                    .limit(SOME)
                    .forEach(one -> out.println("  status " + one.about().key().replace('|', ' ') + "  " + one.from()
                            + (one.isMove() ? " -> " + one.to() : ", with other numbers")));
            differences.findings().stream()
                    .limit(SOME)
                    .forEach(one -> out.println("  finding " + one.about().id() + " "
                            + one.about().code() + " " + one.about().scorecard() + "  " + became(one) + " by "
                            + one.about().derivation().rule()));
            differences.recommendations().stream()
                    .limit(SOME)
                    .forEach(
                            one -> out.println("  recommendation " + one.about().id() + " "
                                    + one.about().code() + " " + one.about().scorecard() + "  " + became(one)));
            int shown = Math.min(SOME, differences.statuses().size())
                    + Math.min(SOME, differences.findings().size())
                    + Math.min(SOME, differences.recommendations().size());
            int all = differences.statuses().size()
                    + differences.findings().size()
                    + differences.recommendations().size();
            if (all > shown) {
                out.println("  and " + (all - shown) + " more; --format json lists them");
            }
        }
        out.println(conclusion(verified));
    }

    private static String became(Difference difference) {
        return switch (difference.kind()) {
            case ADDED -> "is not stored and is concluded";
            case REMOVED -> "is stored and not concluded";
            case CHANGED ->
                difference instanceof Difference.OfFinding finding
                                && !finding.what().isEmpty()
                        ? "differs in " + String.join(", ", finding.what())
                        : "differs";
        };
    }

    private static String conclusion(Verified verified) {
        if (verified.isSound()) {
            return verified.engine() == null
                    ? "The run is sound."
                    : "The run is sound: boscard " + verified.engine() + " wrote it, and this one, " + Version.engine()
                            + ", concludes the same.";
        }
        boolean files = verified.steps().stream().anyMatch(step -> step.name().equals("files") && !step.sound());
        boolean digests = verified.steps().stream()
                .anyMatch(step -> !step.sound()
                        && !step.name().equals("files")
                        && !step.name().equals("replay"));
        if (files) {
            return "The run is not sound: files were changed after it was written.";
        } else if (digests || verified.problems().size() > 0) {
            return "The run is not sound: its manifest or its files were changed after it was written, and made to fit.";
        } else if (verified.engine() != null) {
            return "The run was written by boscard " + verified.engine() + "; this is " + Version.engine()
                    + ", which concludes something else. CHANGELOG.md says what changed.";
        }
        return "The run is not sound: its rows were changed and its digests made to fit.";
    }

    private static void json(Verified verified, PrintWriter out) throws IOException {
        try (JsonGenerator json = new JsonFactory()
                .createGenerator(out)
                .configure(JsonGenerator.Feature.AUTO_CLOSE_TARGET, false)
                .useDefaultPrettyPrinter()) {
            json.writeStartObject();
            json.writeStringField("run", verified.manifest().id());
            json.writeBooleanField("sound", verified.isSound());
            json.writeStringField("conclusion", conclusion(verified));
            json.writeStringField("written_by", verified.manifest().engineVersion());
            json.writeStringField("verified_by", Version.engine());
            json.writeArrayFieldStart("steps");
            for (Step step : verified.steps()) {
                json.writeStartObject();
                json.writeStringField("step", step.name());
                json.writeBooleanField("sound", step.sound());
                json.writeStringField("found", step.found());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeArrayFieldStart("problems");
            for (Problem problem : verified.problems()) {
                json.writeStartObject();
                json.writeStringField("at", problem.at().toString());
                json.writeStringField("code", problem.code().name());
                json.writeStringField("message", problem.message());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeFieldName("differences");
            if (verified.differences() == null) {
                json.writeNull();
            } else {
                ComparisonJson.write(verified.differences(), json);
            }
            json.writeEndObject();
        }
        out.println();
    }
}
