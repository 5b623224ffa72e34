package boscard.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

final class NativeLibraryTest {

    @TempDir
    Path home;

    private final NativeLibrary library = Objects.requireNonNull(NativeLibrary.find());

    @BeforeEach
    void cacheHere() {
        System.setProperty(NativeLibrary.CACHE_PROPERTY, home.resolve("cache").toString());
    }

    @AfterEach
    void cacheAsUsual() {
        System.clearProperty(NativeLibrary.CACHE_PROPERTY);
    }

    @Test
    void isUnpackedOnce() throws IOException {
        Path first = library.unpacked();
        Files.setLastModifiedTime(first, FileTime.fromMillis(0));

        Path second = library.unpacked();

        assertThat(second).isEqualTo(first).hasSize(library.size());
        assertThat(Files.getLastModifiedTime(second)).isEqualTo(FileTime.fromMillis(0));
        assertThat(home.resolve("cache/duckdb").toFile().list()).hasSize(1);
    }

    @Test
    void aCutFileIsUnpackedAgain() throws IOException {
        Path file = library.unpacked();
        Files.write(file, new byte[] {1, 2, 3});

        assertThat(library.unpacked()).isEqualTo(file).hasSize(library.size());
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void nobodyElseMayWriteToItsFolder() throws IOException {
        Path cache = Files.createDirectories(home.resolve("cache/duckdb"));
        Files.setPosixFilePermissions(cache, PosixFilePermissions.fromString("rwxrwxrwx"));

        library.unpacked();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(cache)))
                .isEqualTo("rwx------");
    }

    @Test
    void switchedOffItIsNotUnpacked() {
        System.setProperty(NativeLibrary.CACHE_PROPERTY, "off");

        assertThatThrownBy(library::unpacked).isInstanceOf(IOException.class);
    }
}
