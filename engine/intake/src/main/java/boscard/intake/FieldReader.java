package boscard.intake;

import boscard.fact.FactSchema.Field;
import boscard.fact.FactSchema.FieldType;
import boscard.fact.Reading;
import boscard.intake.format.RawRow;
import boscard.intake.value.NoneWords;
import boscard.intake.value.RawValue;
import boscard.intake.value.ReadingReader;
import boscard.intake.value.Spaces;
import boscard.intake.value.ValueReader;
import boscard.problem.ProblemCode;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads one field of a row: picks the cell, translates words, tells blank from none, and has the rest read. */
final class FieldReader {

    private static final int NO_COLUMN = -1;

    private final Field field;
    private final int index;
    private final String heading;
    private final ValueReader reader;
    private final Map<String, String> words;
    private final NoneWords none;
    private final @Nullable Object whenBlank;
    private final @Nullable Object constant;
    private final int longest;
    private final boolean needsDay;

    /**
     * @param index of the cell, from 0; negative when the field has no column
     * @param words of this column and what they stand for
     * @param constant the value of every row; null when the column decides
     * @param longest characters of a cell
     * @param needsDay whether what a cell means depends on the day of the record
     */
    FieldReader(
            Field field,
            int index,
            String heading,
            ValueReader reader,
            Map<String, String> words,
            NoneWords none,
            @Nullable Object whenBlank,
            @Nullable Object constant,
            int longest,
            boolean needsDay) {
        this.field = field;
        this.index = index;
        this.heading = heading;
        this.reader = reader;
        this.words = words;
        this.none = none;
        this.whenBlank = whenBlank;
        this.constant = constant;
        this.longest = longest;
        this.needsDay = needsDay;
    }

    Field field() {
        return field;
    }

    /** Whether a point in its numbers can stand between thousands, so that some of them are ambiguous. */
    boolean mayPointGroup() {
        return reader instanceof ReadingReader numbers && numbers.mayPointGroup();
    }

    /** Whether it is to be read after the fields that tell the day of the record. */
    boolean needsDay() {
        return needsDay;
    }

    int index() {
        return index;
    }

    /** As the file writes it; empty when the field has no column. */
    String heading() {
        return heading;
    }

    /** The value of a field without a column. */
    @Nullable
    Object constant() {
        return constant != null ? constant : whenBlank;
    }

    /**
     * Whether a number in its common form is read as that number and an empty cell as blank, with nothing to be said
     * about either.
     */
    boolean readsPlainNumbers() {
        return constant == null
                && Reading.BLANK.equals(whenBlank)
                && !field.required()
                && reader instanceof ReadingReader numbers
                && numbers.readsPlainNumbers()
                && words.isEmpty()
                && !none.hasNumbers();
    }

    /** The value; null when there is none, or when it could not be read and the remarks say why. */
    @Nullable
    Object read(RawRow row, CellRemarks remarks) {
        if (index <= NO_COLUMN) {
            return constant != null ? constant : blank(remarks);
        }
        RawValue typed = row.typed(index);
        String text = typed == null ? Spaces.strip(row.text(index)) : typed.text();
        if (!words.isEmpty()) {
            String translated = words.get(text);
            if (translated != null) {
                text = translated;
                typed = null;
            }
        }
        if (text.isEmpty()) {
            return constant != null ? constant : blank(remarks);
        }
        NoneWords.Meaning meaning = none.of(text);
        if (meaning != null) {
            return none(meaning, text, remarks);
        }
        if (text.length() > longest) {
            remarks.problem(
                    ProblemCode.VALUE_TOO_LONG,
                    "the value has " + text.length() + " characters; at most " + longest + " are read",
                    null);
            return null;
        }
        if (typed != null) {
            return readTyped(typed, remarks);
        }
        Object value = reader.read(text, remarks);
        if (value != null && remarks.knowsTypes()) {
            remarkOnText(text, remarks);
        }
        return value;
    }

    /** In a sheet a number or a day that is text is neither sorted nor added up by the people who keep it. */
    private void remarkOnText(String text, CellRemarks remarks) {
        switch (field.type()) {
            case READING, DECIMAL, INTEGER ->
                remarks.once(
                        ProblemCode.NUMBER_AS_TEXT,
                        "the number " + text + " is stored as text; it is read as a number",
                        "select the cells and choose \"Convert to Number\".");
            case DATE ->
                remarks.once(
                        ProblemCode.VALUE_ADJUSTED,
                        "the day " + text + " is stored as text; it is read as a day",
                        "type it again as a date.");
            case TEXT, PERIOD, YES_NO, LIST, CHOICE -> {}
        }
    }

    private @Nullable Object readTyped(RawValue typed, CellRemarks remarks) {
        if (typed instanceof RawValue.Fault fault) {
            remarks.problem(
                    ProblemCode.CELL_ERROR,
                    "the cell holds the error " + fault.text(),
                    "its formula divides by zero or has lost a cell.");
            return null;
        }
        if (typed instanceof RawValue.Uncalculated) {
            remarks.problem(
                    ProblemCode.FORMULA_UNCACHED,
                    "the formula of the cell has no stored result",
                    "open the workbook in Excel, recalculate and save it.");
            return null;
        }
        return reader.readTyped(typed, remarks);
    }

    private @Nullable Object none(NoneWords.Meaning meaning, String text, CellRemarks remarks) {
        if (field.type() == FieldType.READING) {
            return meaning == NoneWords.Meaning.NOT_APPLICABLE ? Reading.NOT_APPLICABLE : Reading.NOT_REPORTED;
        }
        if (field.required()) {
            remarks.problem(
                    ProblemCode.VALUE_REQUIRED, field.name() + " is required, and \"" + text + "\" is no value", null);
            return null;
        }
        return whenBlank;
    }

    private @Nullable Object blank(CellRemarks remarks) {
        if (field.required()) {
            remarks.problem(ProblemCode.VALUE_REQUIRED, field.name() + " is required and empty", null);
        }
        return whenBlank;
    }

    /** What a blank means for fields that say nothing else about it. */
    static @Nullable Object blankOf(FieldType type) {
        return switch (type) {
            case READING -> Reading.BLANK;
            case LIST -> List.of();
            case TEXT, INTEGER, DECIMAL, DATE, PERIOD, YES_NO, CHOICE -> null;
        };
    }
}
