package boscard.intake;

import boscard.fact.FactKind;
import boscard.fact.FactSchema.Field;
import boscard.fact.FiscalCalendar;
import boscard.intake.mapping.FileMapping;
import boscard.intake.value.ChoiceReader;
import boscard.intake.value.DateReader;
import boscard.intake.value.DayPeriodReader;
import boscard.intake.value.ListReader;
import boscard.intake.value.NoneWords;
import boscard.intake.value.NumberReader;
import boscard.intake.value.OtherCalendarReader;
import boscard.intake.value.PeriodReader;
import boscard.intake.value.QuarterLabels;
import boscard.intake.value.ReadingReader;
import boscard.intake.value.TextReader;
import boscard.intake.value.ValueReader;
import boscard.intake.value.WholeNumberReader;
import boscard.intake.value.YesNoReader;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Chooses how the fields of one table are read: by their type, the settings, and the mapping of the file. */
final class ValueReaders {

    private final ImportSettings settings;
    private final FileMapping mapping;
    private final NoneWords usualWords;

    ValueReaders(ImportSettings settings, FileMapping mapping) {
        this.settings = settings;
        this.mapping = mapping;
        this.usualWords = new NoneWords(settings.notReported(), settings.notApplicable());
    }

    ValueReader of(FactKind kind, Field field) {
        if (mustBeKnownKpi(kind, field)) {
            return new KnownKpiReader(settings.catalogue());
        }
        var numbers = new NumberReader(mapping.numbers(), mapping.scale().get(field.name()));
        return switch (field.type()) {
            case TEXT -> new TextReader();
            case LIST -> new ListReader();
            case DECIMAL -> numbers;
            case READING -> new ReadingReader(numbers);
            case INTEGER -> new WholeNumberReader(numbers);
            case DATE -> new DateReader(mapping.dates());
            case PERIOD -> periods();
            case YES_NO -> new YesNoReader();
            case CHOICE -> new ChoiceReader(field.choices(), field.javaType());
        };
    }

    /**
     * The words for none in a column. The usual ones do not count in columns of text, where NA may be North America;
     * those that a mapping declares count where it says.
     */
    NoneWords none(Field field) {
        Set<String> everywhere = mapping.none().getOrDefault(FileMapping.EVERY_FIELD, Set.of());
        Set<String> here = mapping.none().getOrDefault(field.name(), Set.of());
        boolean usual = switch (field.type()) {
            case TEXT, LIST -> false;
            case DECIMAL, READING, INTEGER, DATE, PERIOD, YES_NO, CHOICE -> true;
        };
        if (everywhere.isEmpty() && here.isEmpty()) {
            return usual ? usualWords : NoneWords.NO_WORDS;
        }
        var words = new HashSet<>(everywhere);
        words.addAll(here);
        if (usual) {
            words.addAll(settings.notReported());
        }
        return new NoneWords(words, usual ? settings.notApplicable() : Set.of());
    }

    private ValueReader periods() {
        FiscalCalendar ofFile = mapping.calendar();
        FiscalCalendar calendar = ofFile == null ? settings.calendar() : ofFile;
        var periods =
                new PeriodReader(calendar, ofFile == null ? labels() : QuarterLabels.FISCAL, mapping.periodFormats());
        ValueReader reader = mapping.periodGrain() == null
                ? periods
                : new DayPeriodReader(periods, new DateReader(mapping.dates()), calendar, mapping.periodGrain());
        return ofFile == null ? reader : new OtherCalendarReader(reader, settings.calendar());
    }

    /** Of a column of numbers that belongs to no field. */
    ValueReader ofNumbers() {
        return new ReadingReader(new NumberReader(mapping.numbers()));
    }

    /** The words for none in any column of numbers. */
    NoneWords noneOfNumbers() {
        var words = new HashSet<>(settings.notReported());
        mapping.none().values().forEach(words::addAll);
        return new NoneWords(words, settings.notApplicable());
    }

    /** A measurement of an unknown KPI cannot be judged; elsewhere an unknown KPI is only worth a warning. */
    private static boolean mustBeKnownKpi(FactKind kind, Field field) {
        return field.name().equals("kpi") && (kind == FactKind.MEASUREMENTS || kind == FactKind.TARGET_CHANGES);
    }

    private @Nullable QuarterLabels labels() {
        return mapping.quarterLabels() != null ? mapping.quarterLabels() : settings.quarterLabels();
    }
}
