package boscard.app;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.ZipFile;
import picocli.CommandLine.IVersionProvider;

/**
 * Which engine this is: the version from the jar, and after a plus sign a digest of what was built, as two builds of
 * one version need not conclude the same. {@code development} when it runs from classes that are in no jar.
 */
final class Version implements IVersionProvider {

    private static final int DIGITS = 12;

    /** {@code 1.2.0+3f2a9c1b04de}; looked for once, when somebody asks. */
    static String engine() {
        return Known.ENGINE;
    }

    private static final class Known {
        static final String ENGINE = known();
    }

    private static String known() {
        String version = Version.class.getPackage().getImplementationVersion();
        if (version == null) {
            return "development";
        }
        List<Path> classPath = Arrays.stream(
                        System.getProperty("java.class.path", "").split(File.pathSeparator))
                .map(Path::of)
                .toList();
        try {
            return version + "+" + build(classPath);
        } catch (IOException | UncheckedIOException unreadable) {
            return version; // it runs all the same
        }
    }

    /**
     * Digest of a build: of the classes in boscard's own jars, by name, length and checksum, and of the names of the
     * libraries, which have their versions. The order of the class path does not count.
     */
    static String build(List<Path> classPath) throws IOException {
        MessageDigest digest = sha256();
        for (Path jar : classPath.stream()
                .sorted(Comparator.comparing(path -> path.getFileName().toString()))
                .toList()) {
            String name = jar.getFileName().toString();
            add(digest, name);
            if (name.startsWith("boscard-") && name.endsWith(".jar")) {
                try (var zip = new ZipFile(jar.toFile())) {
                    zip.stream()
                            .filter(entry -> !entry.isDirectory())
                            .map(entry -> entry.getName() + " " + entry.getSize() + " " + entry.getCrc())
                            .sorted()
                            .forEach(line -> add(digest, line));
                }
            }
        }
        return HexFormat.of().formatHex(digest.digest()).substring(0, DIGITS);
    }

    private static void add(MessageDigest digest, String line) {
        digest.update(line.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) '\n');
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public String[] getVersion() {
        return new String[] {"boscard " + engine() + " (Java " + System.getProperty("java.version") + ")"};
    }
}
