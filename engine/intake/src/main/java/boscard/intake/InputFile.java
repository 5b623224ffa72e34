package boscard.intake;

import java.nio.file.Path;

/**
 * A file to read.
 *
 * @param shown as the user named it, or the folder as the user named it and the file's name
 */
record InputFile(Path path, String shown) {

    String name() {
        Path name = path.getFileName();
        return name == null ? shown : name.toString();
    }
}
