package boscard.html;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** The style and the scripts that are part of every page. */
final class Assets {

    private static final String UPLOT = "/META-INF/resources/webjars/uplot/1.6.30/";

    static final String STYLE = read("/boscard/html/report.css");
    static final String SCRIPT = read("/boscard/html/report.js");
    static final String CHARTS = read(UPLOT + "dist/uPlot.iife.min.js");
    static final String CHART_STYLE = read(UPLOT + "dist/uPlot.min.css");
    static final String LICENCE = read(UPLOT + "LICENSE");

    private Assets() {}

    private static String read(String resource) {
        try (InputStream in = Assets.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("is missing from the program: " + resource);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Only the page's own two scripts may run, whatever else gets into it; nothing may be fetched. */
    static String policy() {
        return "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'; "
                + "script-src '" + hash(CHARTS) + "' '" + hash(SCRIPT) + "'";
    }

    private static String hash(String script) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(script.getBytes(StandardCharsets.UTF_8));
            return "sha256-" + Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
