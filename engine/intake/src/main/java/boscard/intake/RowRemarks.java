package boscard.intake;

import boscard.intake.format.RowSource;
import boscard.problem.Problem;
import boscard.problem.ProblemCode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Gives remarks about a value the address of its cell, and remembers whether the row can still be accepted. */
final class RowRemarks implements CellRemarks {

    private final RowSource source;
    private final TableProblems problems;
    private int row;
    private int position;
    private String heading = "";
    private final List<Problem> errors = new ArrayList<>();
    private boolean provisional;
    private @Nullable LocalDate day;
    private @Nullable String currency;
    private int positionOfCurrency;
    private String headingOfCurrency = "";
    private int positionOfPercent; // 0 when no number of the row was a percentage
    private String headingOfPercent = "";

    RowRemarks(RowSource source, TableProblems problems) {
        this.source = source;
        this.problems = problems;
    }

    void begin(int number) {
        row = number;
        errors.clear();
        provisional = false;
        day = null;
        currency = null;
        positionOfPercent = 0;
        atRow();
    }

    void atRow() {
        atColumn(0, "");
    }

    void atColumn(int number, String name) {
        position = number;
        heading = name;
    }

    /** Whether something was said that rejects the row. */
    boolean hasFailed() {
        return !errors.isEmpty();
    }

    /** What rejects the row. */
    List<Problem> errors() {
        return errors;
    }

    void on(@Nullable LocalDate lastDay) {
        day = lastDay;
    }

    @Override
    public @Nullable LocalDate day() {
        return day;
    }

    /** Whether the period of the row was marked as provisional. */
    boolean isProvisional() {
        return provisional;
    }

    /** The currency that a number of the row was written with; null when none was. */
    @Nullable
    String currency() {
        return currency;
    }

    /** What follows is about the number that was written with a currency. */
    void atCurrency() {
        atColumn(positionOfCurrency, headingOfCurrency);
    }

    /** Whether a number of the row was written as a percentage. */
    boolean hasPercent() {
        return positionOfPercent > 0;
    }

    /** What follows is about the number that was written as a percentage. */
    void atPercent() {
        atColumn(positionOfPercent, headingOfPercent);
    }

    @Override
    public void problem(ProblemCode code, String message, @Nullable String advice) {
        Problem problem = Problem.of(code, source.at(row, position, heading), message, advice);
        if (problem.isError()) {
            errors.add(problem);
        }
        problems.add(problem);
    }

    @Override
    public void once(ProblemCode code, String message, @Nullable String advice) {
        problems.addOnce(position, Problem.of(code, source.at(row, position, heading), message, advice));
    }

    @Override
    public boolean knowsTypes() {
        return source.knowsTypes();
    }

    @Override
    public void provisional() {
        provisional = true;
    }

    @Override
    public void currency(String sign) {
        currency = sign;
        positionOfCurrency = position;
        headingOfCurrency = heading;
    }

    @Override
    public void percent() {
        positionOfPercent = position;
        headingOfPercent = heading;
    }
}
