package boscard.app;

import boscard.evaluation.Finding;
import boscard.evaluation.GoalScore;
import boscard.evaluation.KpiStatus;
import boscard.evaluation.NodeScore;
import boscard.evaluation.Recommendation;
import boscard.evaluation.Subject;
import boscard.explanation.comparison.Cause;
import boscard.explanation.comparison.Comparison;
import boscard.explanation.comparison.Difference;
import boscard.explanation.comparison.FactChange;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A comparison for programs: one JSON object, nothing left out. */
final class ComparisonJson {

    private final JsonGenerator json;

    private ComparisonJson(JsonGenerator json) {
        this.json = json;
    }

    static void print(Comparison comparison, PrintWriter out) {
        try (JsonGenerator json = new JsonFactory()
                .createGenerator(out)
                .configure(JsonGenerator.Feature.AUTO_CLOSE_TARGET, false)
                .configure(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN.mappedFeature(), true)
                .useDefaultPrettyPrinter()) {
            new ComparisonJson(json).write(comparison);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        out.println();
        out.flush();
    }

    /** Writes it as one object. */
    static void write(Comparison comparison, JsonGenerator json) throws IOException {
        new ComparisonJson(json).write(comparison);
    }

    private void write(Comparison comparison) throws IOException {
        json.writeStartObject();
        json.writeBooleanField("same", comparison.isSame());
        json.writeNumberField("scorecards", comparison.scorecards());
        json.writeNumberField(
                "scorecards_changed", comparison.changedScorecards().size());
        json.writeArrayFieldStart("settings");
        for (Cause.OfSetting setting : comparison.settings()) {
            cause(setting);
        }
        json.writeEndArray();
        ChangeJson.write("rulebook_changes", comparison.rulebook().all(), json);
        ChangeJson.write("without_effect", comparison.withoutEffect(), json);
        json.writeArrayFieldStart("fact_changes");
        for (FactChange change : comparison.factChanges()) {
            json.writeStartObject();
            fact(change);
            json.writeEndObject();
        }
        json.writeEndArray();
        effects(comparison);
        json.writeArrayFieldStart("statuses");
        for (Difference.OfStatus difference : comparison.statuses()) {
            status(difference);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("scores");
        for (Difference.OfNode difference : comparison.nodes()) {
            node(difference);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("goals");
        for (Difference.OfGoal difference : comparison.goals()) {
            goal(difference);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("findings");
        for (Difference.OfFinding difference : comparison.findings()) {
            finding(difference);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("recommendations");
        for (Difference.OfRecommendation difference : comparison.recommendations()) {
            recommendation(difference);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void effects(Comparison comparison) throws IOException {
        json.writeArrayFieldStart("effects");
        for (Comparison.Effect effect : comparison.effects()) {
            json.writeStartObject();
            json.writeStringField("text", CauseWords.sentence(effect));
            text("from", effect.from());
            text("to", effect.to());
            json.writeNumberField("statuses", effect.statuses());
            json.writeNumberField("scorecards", effect.scorecards());
            json.writeNumberField("latest", effect.latest());
            causes(effect.causes());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void status(Difference.OfStatus difference) throws IOException {
        json.writeStartObject();
        kind(difference);
        KpiStatus about = difference.about();
        json.writeStringField("scorecard", about.scorecard());
        json.writeStringField("kpi", about.kpi());
        json.writeStringField("period", about.period());
        json.writeBooleanField("latest", about.latest());
        text("from", difference.from());
        text("to", difference.to());
        KpiStatus before = difference.before();
        KpiStatus after = difference.after();
        number("from_score", before == null ? null : before.score());
        number("to_score", after == null ? null : after.score());
        number("from_value", before == null ? null : before.value());
        number("to_value", after == null ? null : after.value());
        text(
                "from_row",
                before == null || before.derivation() == null
                        ? null
                        : before.derivation().ruleId());
        text(
                "to_row",
                after == null || after.derivation() == null
                        ? null
                        : after.derivation().ruleId());
        json.writeStringField("at", about.at().toString());
        causes(difference.causes());
        json.writeEndObject();
    }

    private void node(Difference.OfNode difference) throws IOException {
        json.writeStartObject();
        kind(difference);
        NodeScore about = difference.about();
        json.writeStringField("scorecard", about.scorecard());
        json.writeStringField("node_kind", about.kind().name());
        json.writeStringField("node", about.node());
        json.writeStringField("period", about.period());
        json.writeBooleanField("latest", about.latest());
        NodeScore before = difference.before();
        NodeScore after = difference.after();
        text("from", before == null ? null : before.status());
        text("to", after == null ? null : after.status());
        number("from_score", before == null ? null : before.score());
        number("to_score", after == null ? null : after.score());
        causes(difference.causes());
        json.writeEndObject();
    }

    private void goal(Difference.OfGoal difference) throws IOException {
        json.writeStartObject();
        kind(difference);
        json.writeStringField("scorecard", difference.about().scorecard());
        json.writeStringField("goal", difference.about().goal());
        GoalScore before = difference.before();
        GoalScore after = difference.after();
        number("from_score", before == null ? null : before.score());
        number("to_score", after == null ? null : after.score());
        text("from", before == null ? null : before.letters());
        text("to", after == null ? null : after.letters());
        causes(difference.causes());
        json.writeEndObject();
    }

    private void finding(Difference.OfFinding difference) throws IOException {
        json.writeStartObject();
        kind(difference);
        Finding about = difference.about();
        json.writeStringField("id", about.id());
        json.writeStringField("code", about.code());
        json.writeStringField("severity", about.severity().name());
        subject(about.subject());
        json.writeStringField("message", about.message());
        json.writeStringField("rule", about.derivation().ruleId());
        json.writeStringField("rule_at", about.derivation().rule().toString());
        texts("differs", difference.what());
        causes(difference.causes());
        json.writeEndObject();
    }

    private void recommendation(Difference.OfRecommendation difference) throws IOException {
        json.writeStartObject();
        kind(difference);
        Recommendation about = difference.about();
        json.writeStringField("id", about.id());
        json.writeStringField("code", about.code());
        json.writeStringField("severity", about.severity().name());
        subject(about.subject());
        json.writeStringField("action", about.action());
        texts("differs", difference.what());
        causes(difference.causes());
        json.writeEndObject();
    }

    private void causes(List<Cause> causes) throws IOException {
        json.writeArrayFieldStart("causes");
        for (Cause cause : causes) {
            cause(cause);
        }
        json.writeEndArray();
    }

    private void cause(Cause cause) throws IOException {
        json.writeStartObject();
        if (cause instanceof Cause.OfRulebook rulebook) {
            json.writeStringField("kind", "rulebook");
            text("row", ChangeWords.rowId(rulebook.change()));
            json.writeStringField("text", ChangeWords.sentence(rulebook.change()));
            json.writeStringField("at", rulebook.change().at().toString());
        } else if (cause instanceof Cause.OfFact fact) {
            json.writeStringField("kind", "fact");
            fact(fact.change());
        } else if (cause instanceof Cause.OfSetting setting) {
            json.writeStringField("kind", "setting");
            json.writeStringField("what", setting.what());
            json.writeStringField("from", setting.from());
            json.writeStringField("to", setting.to());
        } else {
            json.writeStringField("kind", "other_scorecards");
        }
        json.writeEndObject();
    }

    private void fact(FactChange change) throws IOException {
        json.writeStringField("facts", change.kind().canonicalName());
        json.writeStringField("id", change.id());
        json.writeStringField("at", change.at().toString());
        text("from_at", change.before());
        text("to_at", change.after());
        json.writeArrayFieldStart("fields");
        for (FactChange.FieldChange field : change.fields()) {
            json.writeStartObject();
            json.writeStringField("field", field.name());
            text("from", field.from());
            text("to", field.to());
            json.writeStringField("from_at", field.fromAt().toString());
            json.writeStringField("to_at", field.toAt().toString());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void kind(Difference difference) throws IOException {
        json.writeStringField("kind", difference.kind().name().toLowerCase(Locale.ROOT));
    }

    private void subject(Subject subject) throws IOException {
        json.writeStringField("scorecard", subject.scorecard());
        text("kpi", subject.kpi());
        text("goal", subject.goal());
        text("period", subject.period());
        text("other", subject.other());
    }

    private void texts(String name, List<String> texts) throws IOException {
        json.writeArrayFieldStart(name);
        for (String one : texts) {
            json.writeString(one);
        }
        json.writeEndArray();
    }

    private void text(String name, @Nullable Object value) throws IOException {
        if (value != null) {
            json.writeStringField(name, value.toString());
        }
    }

    private void number(String name, @Nullable BigDecimal value) throws IOException {
        if (value != null) {
            json.writeNumberField(name, value);
        }
    }
}
