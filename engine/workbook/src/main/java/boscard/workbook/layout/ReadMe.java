package boscard.workbook.layout;

import java.util.List;

/**
 * The first sheet of a workbook: what it decides and how to change it.
 *
 * @param sections in reading order
 */
public record ReadMe(String title, List<Section> sections) implements SheetLayout {

    /** A heading and its paragraphs. */
    public record Section(String heading, List<String> paragraphs) {

        public Section {
            paragraphs = List.copyOf(paragraphs);
        }

        public static Section of(String heading, String... paragraphs) {
            return new Section(heading, List.of(paragraphs));
        }
    }

    public ReadMe {
        sections = List.copyOf(sections);
    }

    @Override
    public String sheetName() {
        return "Read me";
    }
}
