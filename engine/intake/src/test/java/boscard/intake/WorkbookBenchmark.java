package boscard.intake;

import boscard.fact.FactKind;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javax.xml.parsers.SAXParserFactory;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.xssf.eventusermodel.ReadOnlySharedStringsTable;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.apache.poi.xssf.eventusermodel.XSSFSheetXMLHandler;
import org.apache.poi.xssf.usermodel.XSSFComment;
import org.xml.sax.InputSource;
import org.xml.sax.XMLReader;

/**
 * How fast a workbook of measurements becomes facts, beside POI's event API alone, which only hands over the texts of
 * its cells, on the same file in the same process. Not a test: run it by hand.
 *
 * <pre>java -Xmx1g -cp … boscard.intake.WorkbookBenchmark file.xlsx [rounds]</pre>
 */
final class WorkbookBenchmark {

    private WorkbookBenchmark() {}

    public static void main(String[] arguments) throws Exception {
        Path file = Path.of(arguments[0]);
        int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 5;
        for (int round = 1; round <= rounds; round++) {
            long start = System.nanoTime();
            long cells = poi(file);
            long poi = System.nanoTime() - start;
            start = System.nanoTime();
            ImportedFacts imported =
                    new FactsImporter().importFacts(List.of(file), ImportSettings.of(Catalogues.SMALL));
            long ours = System.nanoTime() - start;
            System.out.printf(
                    Locale.ROOT,
                    "POI event API %,d ms (%,d cells); import %,d ms (%,d facts): %.2f of its speed%n",
                    poi / 1_000_000,
                    cells,
                    ours / 1_000_000,
                    imported.facts().count(FactKind.MEASUREMENTS),
                    (double) poi / ours);
        }
    }

    private static long poi(Path file) throws Exception {
        var cells = new long[1];
        try (OPCPackage zip = OPCPackage.open(file.toFile(), PackageAccess.READ)) {
            var texts = new ReadOnlySharedStringsTable(zip);
            var reader = new XSSFReader(zip);
            var factory = SAXParserFactory.newInstance();
            factory.setNamespaceAware(true);
            var sheets = reader.getSheetsData();
            while (sheets.hasNext()) {
                try (InputStream sheet = sheets.next()) {
                    XMLReader parser = factory.newSAXParser().getXMLReader();
                    parser.setContentHandler(
                            new XSSFSheetXMLHandler(reader.getStylesTable(), texts, new Count(cells), false));
                    parser.parse(new InputSource(sheet));
                }
            }
        }
        return cells[0];
    }

    private record Count(long[] cells) implements XSSFSheetXMLHandler.SheetContentsHandler {

        @Override
        public void startRow(int row) {}

        @Override
        public void endRow(int row) {}

        @Override
        public void cell(String reference, String text, XSSFComment comment) {
            cells[0] += text.isEmpty() ? 0 : 1;
        }
    }
}
