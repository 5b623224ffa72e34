package blackbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A Chromium without a window, spoken to through its DevTools protocol: opens a file, clicks as a mouse does, and says
 * what is on the page. It has a profile of its own and ends with {@link #close}.
 */
final class Browser implements AutoCloseable {

    private static final Duration LONGEST = Duration.ofSeconds(60);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Process process;
    private final WebSocket socket;
    private final BlockingQueue<JsonNode> answers;
    private final List<String> errors = new ArrayList<>();
    private int number;

    private Browser(Process process, WebSocket socket, BlockingQueue<JsonNode> answers) {
        this.process = process;
        this.socket = socket;
        this.answers = answers;
    }

    /** The program, if this machine has one. */
    static Optional<Path> find() {
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        return Arrays.stream(path.split(Pattern.quote(File.pathSeparator)))
                .flatMap(folder -> List.of("chromium", "chromium-browser", "google-chrome").stream()
                        .map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** Starts one with a new profile. */
    static Browser open(Path profile) throws IOException {
        Files.createDirectories(profile);
        Process process = new ProcessBuilder(
                        find().orElseThrow().toString(),
                        "--headless",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--no-first-run",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--disable-sync",
                        "--disable-quic",
                        "--disable-dev-shm-usage",
                        "--force-prefers-reduced-motion",
                        "--window-size=1280,900",
                        "--remote-debugging-port=0",
                        "--user-data-dir=" + profile,
                        "about:blank")
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            int port = port(process, profile.resolve("DevToolsActivePort"));
            var answers = new LinkedBlockingQueue<JsonNode>();
            WebSocket socket = HttpClient.newHttpClient()
                    .newWebSocketBuilder()
                    .connectTimeout(LONGEST)
                    .buildAsync(URI.create(pageAt(port)), new Listener(answers))
                    .get(LONGEST.toSeconds(), TimeUnit.SECONDS);
            var browser = new Browser(process, socket, answers);
            browser.send("Runtime.enable", Map.of());
            browser.send("Page.enable", Map.of());
            return browser;
        } catch (Exception failure) {
            end(process);
            throw new IOException("Chromium did not answer: " + failure.getMessage(), failure);
        }
    }

    /** Chromium writes the port that it chose into its profile. */
    private static int port(Process process, Path file) throws IOException, InterruptedException {
        long end = System.nanoTime() + LONGEST.toNanos();
        while (System.nanoTime() < end && process.isAlive()) {
            if (Files.exists(file)) {
                List<String> lines = Files.readAllLines(file);
                if (lines.size() > 1) {
                    return Integer.parseInt(lines.get(0));
                }
            }
            Thread.sleep(50);
        }
        throw new IOException("it opened no port");
    }

    private static String pageAt(int port) throws IOException, InterruptedException {
        HttpResponse<String> pages = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/json/list"))
                                .timeout(LONGEST)
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        for (JsonNode page : JSON.readTree(pages.body())) {
            if (page.path("type").asText().equals("page")) {
                return page.path("webSocketDebuggerUrl").asText();
            }
        }
        throw new IOException("it has no page");
    }

    /** Puts the parts of each message together. */
    private static final class Listener implements WebSocket.Listener {
        private final BlockingQueue<JsonNode> answers;
        private final StringBuilder text = new StringBuilder();

        Listener(BlockingQueue<JsonNode> answers) {
            this.answers = answers;
        }

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence part, boolean last) {
            text.append(part);
            if (last) {
                answers.add(Json.of(text.toString()));
                text.setLength(0);
            }
            socket.request(1);
            return null;
        }
    }

    private JsonNode send(String method, Map<String, Object> parameters) throws IOException {
        int id = ++number;
        socket.sendText(JSON.writeValueAsString(Map.of("id", id, "method", method, "params", parameters)), true);
        long end = System.nanoTime() + LONGEST.toNanos();
        try {
            while (System.nanoTime() < end) {
                JsonNode answer = answers.poll(1, TimeUnit.SECONDS);
                if (answer != null && answer.path("method").asText().equals("Runtime.exceptionThrown")) {
                    errors.add(answer.toString());
                } else if (answer != null && answer.path("id").asInt() == id) {
                    return answer.path("result");
                }
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        throw new IOException("no answer to " + method);
    }

    /** Opens a file and waits until it is there. */
    void go(Path file) throws IOException {
        send("Page.navigate", Map.of("url", file.toUri().toString()));
        await("document.readyState === 'complete' && location.protocol === 'file:'", LONGEST);
        evaluate("window.$ = function (selector) { return document.querySelector(selector); }; ''");
    }

    /** The value of an expression, as text. */
    String evaluate(String expression) throws IOException {
        JsonNode result = send("Runtime.evaluate", Map.of("expression", expression, "returnByValue", true));
        if (result.has("exceptionDetails")) {
            throw new AssertionError(expression + ": " + result.get("exceptionDetails"));
        }
        return result.at("/result/value").asText();
    }

    void await(String condition, Duration longest) throws IOException {
        long end = System.nanoTime() + longest.toNanos();
        while (!evaluate("String(" + condition + ")").equals("true")) {
            if (System.nanoTime() > end) {
                throw new AssertionError("did not come true: " + condition);
            }
            try {
                Thread.sleep(50);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new IOException("interrupted", interrupted);
            }
        }
    }

    /**
     * Presses and lets go of the mouse in the middle of an element, and waits until the place in the address changes.
     *
     * @param target a selector, or an expression that begins with {@code $}
     */
    void click(String target) throws IOException {
        String element =
                target.startsWith("$") ? target : "document.querySelector(" + JSON.writeValueAsString(target) + ")";
        String before = evaluate("location.hash");
        evaluate(element + ".scrollIntoView({block: 'center', behavior: 'instant'}); ''");
        String middle = evaluate("(function (r) { return (r.left + r.width / 2) + ',' + (r.top + r.height / 2); })("
                + element + ".getClientRects()[0])");
        double x = Double.parseDouble(middle.split(",")[0]);
        double y = Double.parseDouble(middle.split(",")[1]);
        for (String type : List.of("mousePressed", "mouseReleased")) {
            send("Input.dispatchMouseEvent", Map.of("type", type, "x", x, "y", y, "button", "left", "clickCount", 1));
        }
        await("location.hash !== " + JSON.writeValueAsString(before), LONGEST);
        evaluate("new Promise(function (done) { setTimeout(done, 0); }); ''"); // the page's own answer to the change
    }

    /** What went wrong in the scripts of the page. */
    List<String> errors() {
        return errors;
    }

    @Override
    public void close() {
        socket.abort();
        end(process);
    }

    private static void end(Process process) {
        List<ProcessHandle> helpers = process.descendants().toList();
        process.destroy();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException interrupted) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        helpers.forEach(ProcessHandle::destroyForcibly);
    }
}
