package blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file with the expected output of a command. After an intended change run the test with {@code -Dgolden=update} and
 * review the difference.
 */
record Golden(Path file) {

    static Golden of(String path) {
        return new Golden(Program.ROOT.resolve(path));
    }

    void assertEquals(String actual) throws IOException {
        if ("update".equals(System.getProperty("golden"))) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, actual, StandardCharsets.UTF_8);
            return;
        }
        assertThat(file).as("-Dgolden=update makes it").exists();
        assertThat(actual)
                .as("%s is out of date; if the change is intended: -Dgolden=update", Program.ROOT.relativize(file))
                .isEqualTo(Files.readString(file, StandardCharsets.UTF_8));
    }
}
