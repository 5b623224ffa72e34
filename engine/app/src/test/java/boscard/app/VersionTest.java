package boscard.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class VersionTest {

    @TempDir
    Path home;

    private Path jar(String folder, String name, String content) throws IOException {
        Path jar = Files.createDirectories(home.resolve(folder)).resolve(name);
        try (var zip = new ZipOutputStream(Files.newOutputStream(jar))) {
            zip.putNextEntry(new ZipEntry("boscard/Rule.class"));
            zip.write(content.getBytes(StandardCharsets.UTF_8));
        }
        return jar;
    }

    @Test
    void anotherBuildOfTheSameVersionIsAnotherEngine() throws IOException {
        String first = Version.build(List.of(jar("one", "boscard-core-1.0.jar", "at least")));
        assertThat(first).matches("[0-9a-f]{12}");
        assertThat(Version.build(List.of(jar("two", "boscard-core-1.0.jar", "more than"))))
                .isNotEqualTo(first);
        assertThat(Version.build(List.of(jar("three", "boscard-core-1.0.jar", "at least"))))
                .as("the same classes in another folder, packed at another time")
                .isEqualTo(first);
    }

    @Test
    void anotherVersionOfALibraryIsAnotherEngineInWhateverOrderTheyStand() throws IOException {
        Path own = jar("one", "boscard-core-1.0.jar", "at least");
        Path older = jar("one", "drools-core-10.1.0.jar", "x");
        Path newer = jar("one", "drools-core-10.2.0.jar", "x");
        assertThat(Version.build(List.of(own, older))).isEqualTo(Version.build(List.of(older, own)));
        assertThat(Version.build(List.of(own, older))).isNotEqualTo(Version.build(List.of(own, newer)));
    }
}
