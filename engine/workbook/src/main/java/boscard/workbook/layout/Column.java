package boscard.workbook.layout;

import org.jspecify.annotations.Nullable;

/**
 * A column of a table.
 *
 * @param role what it does in a row
 * @param snippet the code above it, such as {@code attainment >= $paramB}; empty in a plain table
 * @param heading what the analyst reads
 * @param comment one or two sentences that explain the column, shown when the pointer rests on the heading
 * @param width in characters of the normal font
 * @param content what cells hold
 * @param choices the drop-down of its cells; null for none
 */
public record Column(
        Role role,
        String snippet,
        String heading,
        String comment,
        int width,
        Content content,
        @Nullable Choices choices) {

    /** What a column does in a row. */
    public enum Role {
        /** Names the row. */
        ID,
        /** Compares; an empty cell accepts anything. */
        CONDITION,
        /** Concludes. */
        OUTCOME,
        /** Is read by people only. */
        NOTE
    }

    /** What the cells of a column hold, and so how they are shown. */
    public enum Content {
        /** Short text on one line. */
        WORD,
        /** Sentences, wrapped. */
        SENTENCE,
        NUMBER,
        /** A ratio shown as a percentage. */
        PERCENT,
        DATE
    }

    public static Column id(String comment) {
        return new Column(Role.ID, "id($param)", "Id", comment, 9, Content.WORD, null);
    }

    public static Column condition(String snippet, String heading, String comment) {
        return new Column(Role.CONDITION, snippet, heading, comment, 14, Content.WORD, null);
    }

    public static Column outcome(String snippet, String heading, String comment) {
        return new Column(Role.OUTCOME, snippet, heading, comment, 14, Content.WORD, null);
    }

    public static Column note(String snippet, String heading, String comment) {
        return new Column(Role.NOTE, snippet, heading, comment, 36, Content.SENTENCE, null);
    }

    /** A column of a plain table, which has no code. */
    public static Column plain(String heading, String comment) {
        return new Column(Role.CONDITION, "", heading, comment, 14, Content.WORD, null);
    }

    public Column as(Role other) {
        return new Column(other, snippet, heading, comment, width, content, choices);
    }

    public Column wide(int characters) {
        return new Column(role, snippet, heading, comment, characters, content, choices);
    }

    public Column holding(Content other) {
        return new Column(role, snippet, heading, comment, width, other, choices);
    }

    public Column choosing(Choices from) {
        return new Column(role, snippet, heading, comment, width, content, from);
    }
}
