package boscard.intake.value;

/** Whose quarters and years a label such as {@code 2026-Q1} names when the fiscal year is not the calendar year. */
public enum QuarterLabels {
    FISCAL,
    CALENDAR
}
