package boscard.workbook;

/** Takes the rows of a sheet, one after the other from the top; empty rows do not come. */
@FunctionalInterface
public interface RowConsumer {

    void accept(SheetRow row);
}
