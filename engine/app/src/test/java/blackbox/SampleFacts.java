package blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;

/** The facts of the first sample, written in other orders and other formats. */
final class SampleFacts {

    private static final String NUMBER = "-?\\d+(\\.\\d+)?";
    private static final String DAY = "\\d{4}-\\d\\d-\\d\\d";

    /** The rows of each file by its name without ending, header first. */
    private final Map<String, List<List<String>>> tables = new TreeMap<>();

    private SampleFacts() {}

    static SampleFacts read() throws IOException {
        var facts = new SampleFacts();
        try (Stream<Path> files = Files.list(Program.FIRST)) {
            for (Path file : files.toList()) {
                try (CsvReader<CsvRecord> rows = CsvReader.builder().ofCsvRecord(file)) {
                    facts.tables.put(
                            file.getFileName().toString().replace(".csv", ""),
                            rows.stream().map(CsvRecord::getFields).toList());
                }
            }
        }
        assertThat(facts.tables).hasSize(12);
        return facts;
    }

    /** The same rows in another order. */
    SampleFacts shuffled(long seed) {
        var random = new Random(seed);
        var shuffled = new SampleFacts();
        tables.forEach((name, rows) -> {
            var body = new ArrayList<>(rows.subList(1, rows.size()));
            Collections.shuffle(body, random);
            body.add(0, rows.get(0));
            shuffled.tables.put(name, body);
        });
        return shuffled;
    }

    Path toCsv(Path folder) throws IOException {
        Files.createDirectories(folder);
        for (var table : tables.entrySet()) {
            try (CsvWriter csv = CsvWriter.builder().build(folder.resolve(table.getKey() + ".csv"))) {
                table.getValue().forEach(csv::writeRecord);
            }
        }
        return folder;
    }

    /** One workbook with a sheet for each kind; numbers and days are numbers and days, not text. */
    Path toWorkbook(Path folder) throws IOException {
        Files.createDirectories(folder);
        try (var workbook = new SXSSFWorkbook();
                var out = Files.newOutputStream(folder.resolve("facts.xlsx"))) {
            CellStyle day = workbook.createCellStyle();
            day.setDataFormat(workbook.createDataFormat().getFormat("dd/mm/yyyy"));
            tables.forEach((name, rows) -> {
                var sheet = workbook.createSheet(name);
                for (int r = 0; r < rows.size(); r++) {
                    var row = sheet.createRow(r);
                    for (int c = 0; c < rows.get(r).size(); c++) {
                        write(rows.get(r).get(c), row.createCell(c), day);
                    }
                }
            });
            workbook.write(out);
        }
        return folder;
    }

    private static void write(String value, Cell cell, CellStyle day) {
        if (value.matches(NUMBER)) {
            cell.setCellValue(Double.parseDouble(value));
        } else if (value.matches(DAY)) {
            cell.setCellValue(LocalDate.parse(value));
            cell.setCellStyle(day);
        } else if (!value.isEmpty()) {
            cell.setCellValue(value);
        }
    }

    /** A file for each kind, an array of objects. */
    Path toJson(Path folder) throws IOException {
        Files.createDirectories(folder);
        var mapper = new ObjectMapper();
        for (var table : tables.entrySet()) {
            List<String> names = table.getValue().get(0);
            ArrayNode array = mapper.createArrayNode();
            for (List<String> row : table.getValue().subList(1, table.getValue().size())) {
                ObjectNode object = array.addObject();
                for (int c = 0; c < names.size(); c++) {
                    String value = row.get(c);
                    if (value.matches(NUMBER)) {
                        object.put(names.get(c), new BigDecimal(value));
                    } else if (value.isEmpty()) {
                        object.putNull(names.get(c));
                    } else {
                        object.put(names.get(c), value);
                    }
                }
            }
            mapper.writeValue(folder.resolve(table.getKey() + ".json").toFile(), array);
        }
        return folder;
    }
}
