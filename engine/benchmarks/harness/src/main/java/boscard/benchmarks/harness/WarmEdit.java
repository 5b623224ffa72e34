package boscard.benchmarks.harness;

import boscard.drools.DroolsCompiler;
import boscard.rulebook.CompilationCache;
import boscard.rulebook.IndexingCompiler;
import boscard.rulebook.RuleSession;
import boscard.rulebook.Rulebook;
import boscard.workbook.RulebookFolder;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * One process that reads a rulebook again after each edit of one data cell, as {@code watch} does: the time to read the
 * files, and the time from there to a session that can be asked.
 */
final class WarmEdit {

    private static final int WARM_UP = 10;

    private WarmEdit() {}

    /** A line of medians in milliseconds. */
    static String measure(WorkloadFiles files, int rows, int rounds) throws IOException {
        var compiler = new IndexingCompiler(() -> new DroolsCompiler(CompilationCache.NONE));
        var read = new ArrayList<Long>();
        var ready = new ArrayList<Long>();
        String before = "";
        for (int round = 0; round < WARM_UP + rounds; round++) {
            editOneCell(files.rulebookTable(), round);
            long start = System.nanoTime();
            Rulebook rulebook = RulebookFolder.load(files.rulebook()).rulebook();
            long loaded = System.nanoTime();
            RuleSession session = compiler.compile(rulebook).newSession();
            long compiled = System.nanoTime();
            session.close();
            if (rulebook.digest().equals(before)) {
                throw new IllegalStateException("the edit changed nothing");
            }
            before = rulebook.digest();
            if (round >= WARM_UP) {
                read.add(loaded - start);
                ready.add(compiled - loaded);
            }
        }
        return String.format(
                Locale.ROOT,
                "edit: %,d rows: read and checked in %.0f ms, then ready in %.0f ms (medians of %d)",
                rows,
                median(read),
                median(ready),
                rounds);
    }

    /** The first number of the table gets another last digit. */
    static void editOneCell(Path workbook, int round) throws IOException {
        try (InputStream in = Files.newInputStream(workbook);
                var opened = new XSSFWorkbook(in)) {
            XSSFCell cell = opened.getSheetAt(0)
                    .getRow(boscard.workbook.layout.RuleTable.HEADING_ROW)
                    .getCell(3);
            if (cell == null || cell.getCellType() != CellType.NUMERIC) {
                throw new IllegalStateException("the first row has no lower edge");
            }
            cell.setCellValue(new BigDecimal("0.95")
                    .add(BigDecimal.valueOf(round + 1L, 4))
                    .doubleValue());
            try (OutputStream out = Files.newOutputStream(workbook)) {
                opened.write(out);
            }
        }
    }

    private static double median(List<Long> nanos) {
        Collections.sort(nanos);
        return nanos.get(nanos.size() / 2) / 1e6;
    }
}
