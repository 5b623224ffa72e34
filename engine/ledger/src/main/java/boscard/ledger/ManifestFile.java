package boscard.ledger;

import boscard.ledger.RunManifest.StoredFile;
import boscard.problem.Problem;
import boscard.problem.ProblemCode;
import boscard.source.LineRef;
import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code manifest.json}, written and read field by field: Jackson's binding would cost a cold process 90 ms. */
final class ManifestFile {

    static final String NAME = "manifest.json";

    /** The last field: what stands before it cannot be changed by hand unseen. */
    private static final String OWN_DIGEST = "manifest_digest";

    /** Far above any real manifest; what is larger is none. */
    private static final long MAXIMUM_BYTES = 64L << 20;

    private static final JsonFactory JSON = new JsonFactory();

    private ManifestFile() {}

    static void write(RunManifest manifest, Path folder) throws IOException {
        Path file = folder.resolve(NAME);
        var bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = JSON.createGenerator(bytes, JsonEncoding.UTF8)) {
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
                json.writeString(RowBuffer.wellFormed(input));
            }
            json.writeEndArray();
            json.writeObjectFieldStart("settings");
            for (var setting : manifest.settings().entrySet()) {
                json.writeStringField(setting.getKey(), RowBuffer.wellFormed(setting.getValue()));
            }
            json.writeEndObject();
            json.writeArrayFieldStart("accounts");
            for (RowAccount account : manifest.accounts()) {
                write(account, json);
            }
            json.writeEndArray();
            json.writeObjectFieldStart("files");
            for (var stored : manifest.files().entrySet()) {
                json.writeObjectFieldStart(RowBuffer.wellFormed(stored.getKey()));
                json.writeNumberField("rows", stored.getValue().rows());
                json.writeNumberField("bytes", stored.getValue().bytes());
                json.writeStringField("sha256", stored.getValue().sha256());
                json.writeEndObject();
            }
            json.writeEndObject();
            json.flush();
            json.writeStringField(OWN_DIGEST, digest(bytes.toByteArray(), bytes.size()));
            json.writeEndObject();
            json.writeRaw('\n');
        }
        Files.write(file, bytes.toByteArray());
        Durably.sync(file);
    }

    private static String digest(byte[] bytes, int length) {
        MessageDigest digest = ContentDigest.sha256();
        digest.update(bytes, 0, length);
        return HexFormat.of().formatHex(digest.digest());
    }

    /** Whether the file is the one that was written: its last field is the digest of all before it. */
    static boolean isAsWritten(Path folder) throws IOException {
        byte[] bytes = Files.readAllBytes(folder.resolve(NAME));
        String text = new String(bytes, StandardCharsets.ISO_8859_1); // a letter for each byte
        int field = text.lastIndexOf('"' + OWN_DIGEST + '"');
        int end = field < 0 ? -1 : text.lastIndexOf(',', field);
        return end >= 0 && text.indexOf('"' + digest(bytes, end) + '"', field) >= 0;
    }

    private static void write(RowAccount account, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("file", RowBuffer.wellFormed(account.file()));
        json.writeStringField("sheet", RowBuffer.wellFormed(account.sheet()));
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
            Map<String, Object> root = object(tree(file), NAME);
            int schema = (int) number(root, "schema");
            if (schema != RunManifest.SCHEMA) {
                throw new InvalidRun(Problem.of(
                        ProblemCode.RUN_BROKEN,
                        LineRef.ofFile(file.toString()),
                        "has layout %d, and this version reads %d".formatted(schema, RunManifest.SCHEMA),
                        "boscard %s, which wrote it, still reads it; or evaluate its facts again"
                                .formatted(text(root, "engine_version"))));
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
                    inputs(root),
                    settings(root),
                    accounts(root),
                    files(root));
        } catch (JsonProcessingException e) {
            throw new InvalidRun(InvalidRun.broken(file, "is not valid JSON: " + e.getOriginalMessage()));
        } catch (IOException e) {
            throw new InvalidRun(InvalidRun.broken(file, "cannot be read: " + InvalidRun.reason(e)));
        } catch (DateTimeException | IllegalArgumentException e) {
            throw new InvalidRun(InvalidRun.broken(file, InvalidRun.reason(e)));
        }
    }

    /** The whole file as maps, lists, texts and numbers. */
    private static Object tree(Path file) throws IOException {
        try (JsonParser parser = JSON.createParser(file.toFile())) {
            parser.nextToken();
            return value(parser);
        }
    }

    /** The value on whose first token the parser stands. */
    private static Object value(JsonParser parser) throws IOException {
        JsonToken token = parser.currentToken();
        if (token == JsonToken.START_OBJECT) {
            var object = new LinkedHashMap<String, Object>();
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                String name = parser.currentName();
                parser.nextToken();
                object.put(name, value(parser));
            }
            return object;
        } else if (token == JsonToken.START_ARRAY) {
            var array = new ArrayList<Object>();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                array.add(value(parser));
            }
            return array;
        } else if (token == JsonToken.VALUE_NUMBER_INT) {
            return parser.getLongValue();
        }
        return token == null ? "" : parser.getText();
    }

    @SuppressWarnings("unchecked") // tree() makes no other maps
    private static Map<String, Object> object(@Nullable Object value, String name) {
        if (value instanceof Map) {
            return (Map<String, Object>) value;
        }
        throw new IllegalArgumentException("has no object \"" + name + "\"");
    }

    private static List<?> array(Map<String, Object> object, String name) {
        if (object.get(name) instanceof List<?> list) {
            return list;
        }
        throw new IllegalArgumentException("has no list \"" + name + "\"");
    }

    private static String text(Map<String, Object> object, String name) {
        if (object.get(name) instanceof String text) {
            return text;
        }
        throw new IllegalArgumentException("has no text \"" + name + "\"");
    }

    private static long number(Map<String, Object> object, String name) {
        if (object.get(name) instanceof Long number) {
            return number;
        }
        throw new IllegalArgumentException("has no number \"" + name + "\"");
    }

    private static List<String> inputs(Map<String, Object> root) {
        return array(root, "inputs").stream().map(Object::toString).toList();
    }

    private static Map<String, String> settings(Map<String, Object> root) {
        var settings = new LinkedHashMap<String, String>();
        object(root.get("settings"), "settings").forEach((name, value) -> settings.put(name, value.toString()));
        return settings;
    }

    private static List<RowAccount> accounts(Map<String, Object> root) {
        var accounts = new ArrayList<RowAccount>();
        for (Object item : array(root, "accounts")) {
            Map<String, Object> account = object(item, "accounts");
            accounts.add(new RowAccount(
                    text(account, "file"),
                    text(account, "sheet"),
                    text(account, "kind"),
                    number(account, "read"),
                    number(account, "accepted"),
                    number(account, "rejected"),
                    number(account, "skipped")));
        }
        return accounts;
    }

    private static Map<String, StoredFile> files(Map<String, Object> root) {
        var files = new LinkedHashMap<String, StoredFile>();
        object(root.get("files"), "files").forEach((name, value) -> {
            Map<String, Object> file = object(value, name);
            files.put(name, new StoredFile(number(file, "rows"), number(file, "bytes"), text(file, "sha256")));
        });
        return files;
    }
}
