package boscard.agreement;

import boscard.agreement.Sketch.Column;
import boscard.agreement.Sketch.Line;
import boscard.rulebook.Stage;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;

/**
 * Writes sketches as a workbook: a sheet per stage and hit policy, its tables below each other. What it writes is meant
 * for boscard and for stock Drools alike: numbers as numbers, days and lists as text.
 */
final class SketchBook {

    private SketchBook() {}

    /** Writes .xls when the file is called so, else .xlsx. */
    static Path write(Path file, List<Sketch> sketches) {
        try (Workbook book = file.toString().endsWith(".xls") ? new HSSFWorkbook() : new XSSFWorkbook()) {
            for (Sketch sketch : sketches) {
                String name = sheetOf(sketch);
                Sheet sheet = book.getSheet(name);
                if (sheet == null) {
                    sheet = book.createSheet(name);
                    writeProperties(sheet, sketch);
                }
                writeTable(sheet, sheet.getLastRowNum() + 2, sketch);
            }
            try (OutputStream out = Files.newOutputStream(file)) {
                book.write(out);
            }
            return file;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** The sheet on which a table stands. */
    static String sheetOf(Sketch sketch) {
        return sketch.stage().agendaGroup() + " " + sketch.policy().name();
    }

    private static void writeProperties(Sheet sheet, Sketch sketch) {
        Stage stage = sketch.stage();
        row(
                sheet,
                0,
                "RuleSet",
                "boscard.rules." + sheetOf(sketch).replace(' ', '.').toLowerCase(Locale.ROOT));
        row(sheet, 1, "Import", "boscard.evaluation.*, boscard.fact.*");
        row(sheet, 2, "Variables", "boscard.evaluation.Conclude conclude");
        row(sheet, 3, "AGENDA-GROUP", stage.agendaGroup());
        row(sheet, 4, "HitPolicy", sketch.policy().name());
        row(sheet, 5, "IgnoreNumericFormat", "true");
    }

    private static void writeTable(Sheet sheet, int top, Sketch sketch) {
        List<Column> conditions = sketch.conditions();
        int outcomes = 1 + conditions.size();
        row(sheet, top, "RuleTable " + sketch.name());
        Row kinds = row(sheet, top + 1, "METADATA");
        Row patterns = row(sheet, top + 2);
        Row snippets = row(sheet, top + 3, "id($param)");
        Row headings = row(sheet, top + 4, "Id");
        for (int i = 0; i < conditions.size(); i++) {
            kinds.createCell(1 + i).setCellValue("CONDITION");
            patterns.createCell(1 + i).setCellValue(i == 0 ? "$f : " + sketch.factType() : "");
            snippets.createCell(1 + i).setCellValue(conditions.get(i).snippet());
            headings.createCell(1 + i).setCellValue(conditions.get(i).property() + " " + i);
        }
        if (conditions.size() > 1) {
            sheet.addMergedRegion(new CellRangeAddress(top + 2, top + 2, 1, conditions.size()));
        }
        for (int i = 0; i < sketch.verbs().size(); i++) {
            kinds.createCell(outcomes + i).setCellValue("ACTION");
            snippets.createCell(outcomes + i).setCellValue(action(sketch.verbs().get(i)));
            headings.createCell(outcomes + i).setCellValue(sketch.verbs().get(i));
        }
        for (int i = 0; i < sketch.lines().size(); i++) {
            Line line = sketch.lines().get(i);
            Row row = row(sheet, top + 5 + i, line.id());
            for (int j = 0; j < conditions.size(); j++) {
                set(row.createCell(1 + j), line.cells().get(j));
            }
            for (int j = 0; j < line.outcomes().size(); j++) {
                set(row.createCell(outcomes + j), line.outcomes().get(j));
            }
        }
    }

    private static String action(String verb) {
        return switch (verb) {
            case "severity" -> "conclude.severity(Severity.$param);";
            case "due" -> "conclude.due($param);";
            default -> "conclude." + verb + "(\"$param\");";
        };
    }

    private static Row row(Sheet sheet, int index, String... texts) {
        Row row = sheet.createRow(index);
        for (int i = 0; i < texts.length; i++) {
            row.createCell(i).setCellValue(texts[i]);
        }
        return row;
    }

    private static void set(Cell cell, @Nullable Object value) {
        if (value instanceof BigDecimal number) {
            cell.setCellValue(number.doubleValue());
        } else if (value instanceof Integer number) {
            cell.setCellValue(number);
        } else if (value instanceof Boolean yes) {
            cell.setCellValue(yes);
        } else if (value != null) {
            cell.setCellValue(value.toString());
        }
    }
}
