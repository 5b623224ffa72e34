package boscard.intake.layout;

import boscard.intake.format.RawRow;
import boscard.intake.value.RawValue;
import boscard.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A row that was read ahead. */
public final class StoredRow implements RawRow {

    private final int number;
    private final List<String> texts = new ArrayList<>();
    private final List<@Nullable RawValue> typed = new ArrayList<>();
    private final @Nullable Problem broken;
    private final boolean fixedWidth;
    private final boolean hidden;

    public StoredRow(RawRow row) {
        this.number = row.number();
        this.broken = row.broken();
        this.fixedWidth = row.hasFixedWidth();
        this.hidden = row.isHidden();
        for (int i = 0; i < row.size(); i++) {
            texts.add(row.text(i));
            typed.add(row.typed(i));
        }
    }

    /** All texts, in order. */
    public List<String> texts() {
        return texts;
    }

    @Override
    public int number() {
        return number;
    }

    @Override
    public int size() {
        return texts.size();
    }

    @Override
    public String text(int index) {
        return index < texts.size() ? texts.get(index) : "";
    }

    @Override
    public @Nullable RawValue typed(int index) {
        return index < typed.size() ? typed.get(index) : null;
    }

    @Override
    public @Nullable Problem broken() {
        return broken;
    }

    @Override
    public boolean isHidden() {
        return hidden;
    }

    @Override
    public boolean hasFixedWidth() {
        return fixedWidth;
    }
}
