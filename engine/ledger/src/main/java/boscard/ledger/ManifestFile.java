package boscard.ledger;

import boscard.ledger.RunManifest.StoredFile;
import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code manifest.json}, written and read field by field: binding by reflection costs a cold process 100 ms. */
final class ManifestFile {

    static final String NAME = "manifest.json";

    /** Far above any real manifest; what is larger is none. */
    private static final long MAXIMUM_BYTES = 64L << 20;

    private static final ObjectMapper JSON = new ObjectMapper();

    private ManifestFile() {}

    static void write(RunManifest manifest, Path folder) throws IOException {
        Path file = folder.resolve(NAME);
        try (JsonGenerator json = JSON.getFactory().createGenerator(file.toFile(), JsonEncoding.UTF8)) {
            json.useDefaultPrettyPrinter();
            json.writeStartObject();
            json.writeNumberField("schema", manifest.schema());
            json.writeStringField("id", manifest.id());
            json.writeStringField("engine_version", manifest.engineVersion());
            json.writeStringField("as_of", manifest.asOf().toString());
            json.writeStringField("rulebook_digest", manifest.rulebookDigest());
            json.writeStringField("facts_digest", manifest.factsDigest());
            json.writeStringField("results_digest", manifest.resultsDigest());
            json.writeStringField("begun", manifest.begun().toString());
            json.writeStringField("finished", manifest.finished().toString());
            json.writeArrayFieldStart("inputs");
            for (String input : manifest.inputs()) {
                json.writeString(RowWriter.wellFormed(input));
            }
            json.writeEndArray();
            json.writeObjectFieldStart("settings");
            for (var setting : manifest.settings().entrySet()) {
                json.writeStringField(setting.getKey(), RowWriter.wellFormed(setting.getValue()));
            }
            json.writeEndObject();
            json.writeArrayFieldStart("accounts");
            for (RowAccount account : manifest.accounts()) {
                write(account, json);
            }
            json.writeEndArray();
            json.writeObjectFieldStart("files");
            for (var stored : manifest.files().entrySet()) {
                json.writeObjectFieldStart(RowWriter.wellFormed(stored.getKey()));
                json.writeNumberField("rows", stored.getValue().rows());
                json.writeNumberField("bytes", stored.getValue().bytes());
                json.writeStringField("sha256", stored.getValue().sha256());
                json.writeEndObject();
            }
            json.writeEndObject();
            json.writeEndObject();
            json.writeRaw('\n');
        }
        Durably.sync(file);
    }

    private static void write(RowAccount account, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("file", RowWriter.wellFormed(account.file()));
        json.writeStringField("sheet", RowWriter.wellFormed(account.sheet()));
        json.writeStringField("kind", account.kind());
        json.writeNumberField("read", account.read());
        json.writeNumberField("accepted", account.accepted());
        json.writeNumberField("rejected", account.rejected());
        json.writeNumberField("skipped", account.skipped());
        json.writeEndObject();
    }

    /** @throws InvalidRun when the folder holds no manifest that this version can read */
    static RunManifest read(Path folder) {
        Path file = folder.resolve(NAME);
        try {
            if (!Files.isRegularFile(file)) {
                throw new InvalidRun(InvalidRun.broken(folder, "has no " + NAME));
            }
            if (Files.size(file) > MAXIMUM_BYTES) {
                throw new InvalidRun(
                        InvalidRun.broken(file, "is larger than any manifest, " + Files.size(file) + " bytes"));
            }
            JsonNode root = JSON.readTree(file.toFile());
            int schema = required(root, "schema").asInt();
            if (schema != RunManifest.SCHEMA) {
                throw new InvalidRun(InvalidRun.broken(
                        file, "has schema %d, and this version reads %d".formatted(schema, RunManifest.SCHEMA)));
            }
            return new RunManifest(
                    schema,
                    text(root, "id"),
                    text(root, "engine_version"),
                    LocalDate.parse(text(root, "as_of")),
                    text(root, "rulebook_digest"),
                    text(root, "facts_digest"),
                    text(root, "results_digest"),
                    Instant.parse(text(root, "begun")),
                    Instant.parse(text(root, "finished")),
                    texts(required(root, "inputs")),
                    settings(required(root, "settings")),
                    accounts(required(root, "accounts")),
                    files(required(root, "files")));
        } catch (JsonProcessingException e) {
            throw new InvalidRun(InvalidRun.broken(file, "is not valid JSON: " + e.getOriginalMessage()));
        } catch (IOException e) {
            throw new InvalidRun(InvalidRun.broken(file, "cannot be read: " + InvalidRun.reason(e)));
        } catch (DateTimeException | IllegalArgumentException e) {
            throw new InvalidRun(InvalidRun.broken(file, InvalidRun.reason(e)));
        }
    }

    private static JsonNode required(JsonNode node, String name) {
        JsonNode value = node == null ? MissingNode.getInstance() : node.path(name);
        if (value.isMissingNode() || value.isNull()) {
            throw new IllegalArgumentException("has no \"" + name + "\"");
        }
        return value;
    }

    private static String text(JsonNode node, String name) {
        return required(node, name).asText();
    }

    private static List<String> texts(JsonNode array) {
        var texts = new ArrayList<String>();
        array.forEach(item -> texts.add(item.asText()));
        return texts;
    }

    private static Map<String, String> settings(JsonNode object) {
        var settings = new LinkedHashMap<String, String>();
        object.properties()
                .forEach(setting ->
                        settings.put(setting.getKey(), setting.getValue().asText()));
        return settings;
    }

    private static List<RowAccount> accounts(JsonNode array) {
        var accounts = new ArrayList<RowAccount>();
        array.forEach(account -> accounts.add(new RowAccount(
                text(account, "file"),
                text(account, "sheet"),
                text(account, "kind"),
                required(account, "read").asLong(),
                required(account, "accepted").asLong(),
                required(account, "rejected").asLong(),
                required(account, "skipped").asLong())));
        return accounts;
    }

    private static Map<String, StoredFile> files(JsonNode object) {
        var files = new LinkedHashMap<String, StoredFile>();
        object.properties()
                .forEach(file -> files.put(
                        file.getKey(),
                        new StoredFile(
                                required(file.getValue(), "rows").asLong(),
                                required(file.getValue(), "bytes").asLong(),
                                text(file.getValue(), "sha256"))));
        return files;
    }
}
