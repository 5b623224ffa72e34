package boscard.workbook.annotate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import boscard.problem.Problem;
import boscard.problem.ProblemCode;
import boscard.source.CellRef;
import boscard.source.LineRef;
import boscard.workbook.SpreadsheetFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.ClientAnchor;
import org.apache.poi.ss.usermodel.Comment;
import org.apache.poi.ss.usermodel.DataValidationHelper;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xddf.usermodel.chart.AxisPosition;
import org.apache.poi.xddf.usermodel.chart.ChartTypes;
import org.apache.poi.xddf.usermodel.chart.XDDFDataSourcesFactory;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Copies have each problem on its cell, and all else as it was, to the byte where nothing is said. */
class AnnotatedCopiesTest {

    private static final byte[] MACROS = "macros, not to be touched".getBytes(StandardCharsets.UTF_8);
    private static final byte[] PIXEL = {
        (byte) 0x89,
        'P',
        'N',
        'G',
        13,
        10,
        26,
        10,
        0,
        0,
        0,
        13,
        'I',
        'H',
        'D',
        'R',
        0,
        0,
        0,
        1,
        0,
        0,
        0,
        1,
        8,
        6,
        0,
        0,
        0
    };

    @TempDir
    Path folder;

    private Path originals;
    private Path target;

    @BeforeEach
    void folders() throws IOException {
        originals = Files.createDirectory(folder.resolve("spreadsheets"));
        target = folder.resolve("annotated");
    }

    private static Problem error(String workbook, String cell) {
        var at = new CellReference(cell);
        return Problem.of(
                ProblemCode.CELL_TYPE,
                CellRef.of(workbook, "T", at.getRow() + 1, at.getCol() + 1),
                "a number is expected here, not \"<x> & y\"",
                "the number alone");
    }

    private static Problem advice(String workbook, String cell) {
        var at = new CellReference(cell);
        return Problem.of(
                ProblemCode.CELL_WILDCARD, CellRef.of(workbook, "T", at.getRow() + 1, at.getCol() + 1), "any value");
    }

    private Path original(String name, Consumer<Workbook> content) throws IOException {
        Path file = originals.resolve(name);
        try (Workbook book = name.endsWith(".xls") ? new HSSFWorkbook() : new XSSFWorkbook();
                OutputStream out = Files.newOutputStream(file)) {
            content.accept(book);
            book.write(out);
        }
        return file;
    }

    private static void simple(Workbook book) {
        Sheet sheet = book.createSheet("T");
        for (int row = 0; row < 6; row++) {
            Row line = sheet.createRow(row);
            for (int column = 0; column < 4; column++) {
                if (column != 2) {
                    line.createCell(column).setCellValue(row * 10 + column);
                }
            }
        }
    }

    private Workbook annotated(String name, Problem... problems) throws IOException {
        AnnotatedCopies.Result result = new AnnotatedCopies(originals, target).write(List.of(problems));
        assertThat(result.copies()).hasSize(1);
        return WorkbookFactory.create(new ByteArrayInputStream(Files.readAllBytes(target.resolve(name))));
    }

    private static Cell cell(Workbook book, String address) {
        var at = new CellReference(address);
        return Objects.requireNonNull(book.getSheet("T").getRow(at.getRow()).getCell(at.getCol()), address);
    }

    private static @Nullable String comment(Workbook book, String address) {
        var at = new CellReference(address);
        Comment comment =
                book.getSheet("T").getCellComment(new org.apache.poi.ss.util.CellAddress(at.getRow(), at.getCol()));
        return comment == null ? null : comment.getString().getString();
    }

    private static boolean isPainted(Workbook book, String address) {
        return cell(book, address).getCellStyle().getFillPattern() == FillPatternType.SOLID_FOREGROUND
                && cell(book, address).getCellStyle().getBorderTop() == BorderStyle.MEDIUM;
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.xlsx", "a.xlsm", "a.xls"})
    void aProblemIsACommentAndAColourOnItsCell(String name) throws IOException {
        original(name, AnnotatedCopiesTest::simple);

        Workbook book = annotated(name, error(name, "B2"), advice(name, "D4"), advice(name, "D4"));

        assertThat(comment(book, "B2"))
                .isEqualTo("ERROR: a number is expected here, not \"<x> & y\" [CELL_TYPE]\nMaybe the number alone");
        assertThat(comment(book, "D4"))
                .isEqualTo("ADVICE: any value [CELL_WILDCARD]\n\nADVICE: any value [CELL_WILDCARD]");
        assertThat(isPainted(book, "B2")).isTrue();
        assertThat(isPainted(book, "D4")).isTrue();
        assertThat(isPainted(book, "B3")).isFalse();
        assertThat(cell(book, "B2").getNumericCellValue()).isEqualTo(11);
        assertThat(comment(book, "A1")).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.xlsx", "a.xls"})
    void anEmptyCellOrRowIsMadeForIt(String name) throws IOException {
        original(name, AnnotatedCopiesTest::simple);

        Workbook book = annotated(name, error(name, "C2"), error(name, "E3"), error(name, "B20"), error(name, "A9"));

        for (String address : List.of("C2", "E3", "B20", "A9")) {
            assertThat(comment(book, address)).as(address).startsWith("ERROR");
            assertThat(isPainted(book, address)).as(address).isTrue();
        }
        assertThat(cell(book, "D2").getNumericCellValue()).isEqualTo(13);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.xlsx", "a.xls"})
    void whatSomebodyWroteInACommentStaysInFront(String name) throws IOException {
        original(name, book -> {
            simple(book);
            comment(book, 1, 1, "Ask Ann");
            comment(book, 0, 0, "Title");
        });

        Workbook book = annotated(name, error(name, "B2"), error(name, "D2"));

        assertThat(comment(book, "A1")).isEqualTo("Title");
        assertThat(comment(book, "B2")).startsWith("Ask Ann\n\nERROR: a number is expected");
        assertThat(comment(book, "D2")).startsWith("ERROR");
    }

    private static void comment(Workbook book, int row, int column, String text) {
        Sheet sheet = book.getSheet("T");
        ClientAnchor anchor = book.getCreationHelper().createClientAnchor();
        anchor.setRow1(row);
        anchor.setCol1(column + 1);
        anchor.setRow2(row + 3);
        anchor.setCol2(column + 3);
        Comment comment = (sheet.getDrawingPatriarch() == null
                        ? sheet.createDrawingPatriarch()
                        : sheet.getDrawingPatriarch())
                .createCellComment(anchor);
        comment.setString(book.getCreationHelper().createRichTextString(text));
        sheet.getRow(row).getCell(column).setCellComment(comment);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.xlsx", "a.xls"})
    void aProblemInAHiddenRowStandsInTheNextVisibleRowToo(String name) throws IOException {
        original(name, book -> {
            simple(book);
            book.getSheet("T").getRow(1).setZeroHeight(true);
            book.getSheet("T").getRow(2).setZeroHeight(true);
        });

        Workbook book = annotated(name, error(name, "B2"));

        assertThat(comment(book, "B2")).startsWith("ERROR");
        assertThat(comment(book, "B4")).startsWith("In B2, which is hidden: ERROR");
        assertThat(isPainted(book, "B4")).isTrue();
        assertThat(book.getSheet("T").getRow(1).getZeroHeight()).isTrue();
    }

    @Test
    void aProblemOfARunOfCellsColoursThemAllAndOneOfARowItsFirstCell() throws IOException {
        original("a.xlsx", book -> {
            simple(book);
            book.getSheet("T").getRow(4).removeCell(book.getSheet("T").getRow(4).getCell(0));
        });
        CellRef row3 = CellRef.of("a.xlsx", "T", 3, 1);

        Workbook book = annotated(
                "a.xlsx",
                Problem.of(ProblemCode.ROW_WITHOUT_OUTCOME, row3.across(1, 4), "concludes nothing"),
                Problem.of(ProblemCode.ROW_HIDDEN, new CellRef("a.xlsx", "T", 5, 0, 0), "hidden"));

        assertThat(List.of("A3", "B3", "C3", "D3")).allMatch(address -> isPainted(book, address));
        assertThat(comment(book, "A3")).contains("concludes nothing");
        assertThat(comment(book, "B3")).isNull();
        assertThat(comment(book, "B5")).contains("hidden"); // the first filled one
    }

    @Test
    void aProblemOfASheetOrAWorkbookStandsInTheFirstCell() throws IOException {
        original("a.xlsx", book -> {
            book.createSheet("Lists");
            book.setSheetVisibility(0, SheetVisibility.HIDDEN);
            simple(book);
            book.setActiveSheet(1);
        });

        Workbook book = annotated(
                "a.xlsx",
                Problem.of(ProblemCode.TABLE_STRUCTURE, CellRef.ofSheet("a.xlsx", "T"), "of the sheet"),
                Problem.of(ProblemCode.FORMAT_MISMATCH, CellRef.ofWorkbook("a.xlsx"), "of the workbook"));

        assertThat(comment(book, "A1")).contains("of the sheet", "of the workbook");
    }

    @Test
    void everyOtherPartIsCopiedAsItIsAndTheChangedOnesOnlyGetMore() throws IOException {
        Path original = original("a.xlsx", AnnotatedCopiesTest::rich);
        addMacros(original);
        Map<String, byte[]> before = parts(original);

        new AnnotatedCopies(originals, target).write(List.of(error("a.xlsx", "B2"), error("a.xlsx", "C5")));

        Map<String, byte[]> after = parts(target.resolve("a.xlsx"));
        Set<String> changed = new TreeSet<>();
        after.forEach((name, bytes) -> {
            if (!java.util.Arrays.equals(bytes, before.get(name))) {
                changed.add(name);
            }
        });
        assertThat(after.keySet()).containsAll(before.keySet());
        assertThat(changed)
                .containsExactly(
                        "xl/comments1.xml", "xl/drawings/vmlDrawing0.vml", "xl/styles.xml", "xl/worksheets/sheet1.xml");
        assertThat(after.get("xl/vbaProject.bin")).isEqualTo(MACROS);
        String sheet = text(after, "xl/worksheets/sheet1.xml");
        assertThat(withoutMarks(sheet)).isEqualTo(withoutMarks(text(before, "xl/worksheets/sheet1.xml")));
        for (String element : List.of(
                "<cols>",
                "<sheetViews>",
                "<sheetProtection",
                "<conditionalFormatting",
                "<dataValidations",
                "<mergeCells",
                "<autoFilter",
                "<drawing ")) {
            assertThat(element(sheet, element))
                    .isNotEmpty()
                    .isEqualTo(element(text(before, "xl/worksheets/sheet1.xml"), element));
        }
    }

    /** What a copy may differ in: the style of a cell, and cells that were not there. */
    private static String withoutMarks(String sheet) {
        return sheet.replaceAll("<c r=\"C5\"[^>]*/>", "")
                .replaceAll("(<c r=\"B2\") s=\"\\d+\"( t=\"n\")", "$1$2")
                .replaceAll("(<c r=\"B2\")( t=\"n\") s=\"\\d+\"", "$1$2")
                .replaceAll("(<row r=\"(?:2|5)\") ?", "$1");
    }

    private static String element(String xml, String start) {
        int from = xml.indexOf(start);
        return from < 0 ? "" : xml.substring(from, xml.indexOf('>', from) + 40);
    }

    private static void rich(Workbook workbook) {
        var book = (XSSFWorkbook) workbook;
        simple(book);
        XSSFSheet sheet = book.getSheet("T");
        comment(book, 0, 0, "Title");
        sheet.createFreezePane(1, 1);
        sheet.setColumnWidth(1, 7_777);
        sheet.setColumnHidden(3, true);
        sheet.getRow(3).setZeroHeight(true);
        sheet.protectSheet("secret");
        sheet.addMergedRegion(new CellRangeAddress(5, 5, 0, 1));
        sheet.setAutoFilter(new CellRangeAddress(0, 5, 0, 3));
        var rule = sheet.getSheetConditionalFormatting().createConditionalFormattingRule("B2>5");
        rule.createPatternFormatting().setFillBackgroundColor((short) 13);
        sheet.getSheetConditionalFormatting()
                .addConditionalFormatting(new CellRangeAddress[] {CellRangeAddress.valueOf("B2:B9")}, rule);
        DataValidationHelper helper = sheet.getDataValidationHelper();
        sheet.addValidationData(helper.createValidation(
                helper.createExplicitListConstraint(new String[] {"x", "y"}), new CellRangeAddressList(1, 9, 1, 1)));
        var name = book.createName();
        name.setNameName("Edge");
        name.setRefersToFormula("T!$B$2");
        sheet.getRow(1).createCell(6).setCellFormula("Edge*2");
        var anchor = sheet.createDrawingPatriarch().createAnchor(0, 0, 0, 0, 8, 1, 14, 12);
        var chart = sheet.createDrawingPatriarch().createChart(anchor);
        var bottom = chart.createCategoryAxis(AxisPosition.BOTTOM);
        var left = chart.createValueAxis(AxisPosition.LEFT);
        var data = chart.createData(ChartTypes.LINE, bottom, left);
        data.addSeries(
                XDDFDataSourcesFactory.fromNumericCellRange(sheet, new CellRangeAddress(0, 4, 0, 0)),
                XDDFDataSourcesFactory.fromNumericCellRange(sheet, new CellRangeAddress(0, 4, 1, 1)));
        chart.plot(data);
        int image = book.addPicture(PIXEL, Workbook.PICTURE_TYPE_PNG);
        sheet.createDrawingPatriarch()
                .createPicture(sheet.createDrawingPatriarch().createAnchor(0, 0, 0, 0, 8, 14, 9, 15), image);
        book.createSheet("Other").createRow(0).createCell(0).setCellValue("untouched");
    }

    private static void addMacros(Path file) throws IOException {
        Map<String, byte[]> parts = parts(file);
        parts.put("xl/vbaProject.bin", MACROS);
        try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
            }
        }
    }

    @Test
    void theStyleOfAColouredCellKeepsItsNumberFormatAndFont() throws IOException {
        original("a.xlsx", book -> {
            simple(book);
            var font = book.createFont();
            font.setBold(true);
            var style = book.createCellStyle();
            style.setFont(font);
            style.setDataFormat(book.createDataFormat().getFormat("0.0%"));
            style.setWrapText(true);
            cell(book, "B2").setCellStyle(style);
        });

        Workbook book = annotated("a.xlsx", error("a.xlsx", "B2"));

        var style = ((XSSFCell) cell(book, "B2")).getCellStyle();
        assertThat(style.getDataFormatString()).isEqualTo("0.0%");
        assertThat(style.getFont().getBold()).isTrue();
        assertThat(style.getWrapText()).isTrue();
        assertThat(style.getFillForegroundColorColor().getARGBHex()).isEqualTo("FFFFC7CE");
    }

    @Test
    void aCopyReadsLikeItsOriginal() throws IOException {
        Path original = original("a.xlsx", AnnotatedCopiesTest::rich);
        new AnnotatedCopies(originals, target)
                .write(List.of(error("a.xlsx", "B2"), error("a.xlsx", "C5"), error("a.xlsx", "Z99")));

        assertThat(contents(target.resolve("a.xlsx"))).isEqualTo(contents(original));
    }

    private static List<String> contents(Path file) {
        var contents = new ArrayList<String>();
        try (var book = SpreadsheetFile.open(file, "a.xlsx")) {
            book.sheets()
                    .forEach(sheet -> contents.add(sheet + " "
                            + book.readRows(
                                    sheet.name(),
                                    row -> row.cells()
                                            .forEach(cell -> contents.add(
                                                    row.at(cell) + " " + cell.text() + " " + cell.formula())))));
        }
        return contents;
    }

    @Test
    void aCopyCanBeAnnotatedAgain() throws IOException {
        original("a.xlsx", AnnotatedCopiesTest::simple);
        new AnnotatedCopies(originals, target).write(List.of(error("a.xlsx", "B2")));
        Path again = folder.resolve("again");

        new AnnotatedCopies(target, again).write(List.of(error("a.xlsx", "B2"), advice("a.xlsx", "B3")));

        try (Workbook book = WorkbookFactory.create(again.resolve("a.xlsx").toFile(), null, true)) {
            assertThat(comment(book, "B2")).containsOnlyOnce("\n\nERROR").startsWith("ERROR");
            assertThat(comment(book, "B3")).startsWith("ADVICE");
        }
    }

    @Test
    void originalsAreNeverReplacedAndNeverChanged() throws IOException {
        Path original = original("a.xlsx", AnnotatedCopiesTest::simple);
        byte[] before = Files.readAllBytes(original);
        var intoThemselves = new AnnotatedCopies(originals, originals.resolve("../spreadsheets"));

        assertThat(intoThemselves.wouldReplaceOriginals()).isTrue();
        assertThatThrownBy(() -> intoThemselves.write(List.of(error("a.xlsx", "B2"))))
                .isInstanceOf(IllegalStateException.class);
        new AnnotatedCopies(originals, target).write(List.of(error("a.xlsx", "B2")));
        assertThat(Files.readAllBytes(original)).isEqualTo(before);
    }

    @Test
    void filesInTheWayAreNamedBeforeAnythingIsWritten() throws IOException {
        original("a.xlsx", AnnotatedCopiesTest::simple);
        var copies = new AnnotatedCopies(originals, target);
        List<Problem> problems = List.of(error("a.xlsx", "B2"));

        assertThat(copies.inTheWay(problems)).isEmpty();
        copies.write(problems);
        assertThat(copies.inTheWay(problems)).containsExactly(target.resolve("a.xlsx"));
        try (var files = Files.list(target)) {
            assertThat(files).hasSize(1); // nothing is left aside
        }
    }

    @Test
    void aWorkbookThatCannotBeReadIsNamedAndTheOthersAreCopied() throws IOException {
        original("a.xlsx", AnnotatedCopiesTest::simple);
        Files.writeString(originals.resolve("b.xlsx"), "no workbook");

        AnnotatedCopies.Result result = new AnnotatedCopies(originals, target)
                .write(List.of(
                        error("a.xlsx", "B2"),
                        Problem.of(ProblemCode.FORMAT_UNKNOWN, CellRef.ofWorkbook("b.xlsx"), "no workbook"),
                        Problem.of(ProblemCode.RULEBOOK_INCOMPLETE, LineRef.ofFile("spreadsheets"), "missing"),
                        Problem.of(ProblemCode.CELL_TYPE, CellRef.of("gone.xlsx", "T", 1, 1), "gone")));

        assertThat(result.copies()).containsExactly(new AnnotatedCopies.Copy(target.resolve("a.xlsx"), 1));
        assertThat(result.unreadable()).containsExactly("b.xlsx");
        assertThat(target.resolve("b.xlsx")).doesNotExist();
    }

    @Test
    void aThousandProblemsAreColouredAndTheFirstHundredsCommented() throws IOException {
        original("a.xlsx", AnnotatedCopiesTest::simple);
        var problems = new ArrayList<Problem>();
        for (int row = 1; row <= 1_000; row++) {
            problems.add(error("a.xlsx", "B" + row));
        }

        Workbook book = annotated("a.xlsx", problems.toArray(Problem[]::new));

        assertThat(book.getSheet("T").getCellComments()).hasSize(SheetMarks.MOST_COMMENTS);
        assertThat(isPainted(book, "B1000")).isTrue();
    }

    private static Map<String, byte[]> parts(Path file) throws IOException {
        var parts = new LinkedHashMap<String, byte[]>();
        try (var zip = new ZipFile(file.toFile())) {
            for (ZipEntry entry : zip.stream().toList()) {
                parts.put(entry.getName(), zip.getInputStream(entry).readAllBytes());
            }
        }
        return parts;
    }

    private static String text(Map<String, byte[]> parts, String name) {
        return new String(Objects.requireNonNull(parts.get(name)), StandardCharsets.UTF_8);
    }
}
