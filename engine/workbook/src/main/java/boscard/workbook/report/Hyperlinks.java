package boscard.workbook.report;

import org.apache.poi.common.usermodel.HyperlinkType;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFHyperlink;

/**
 * The links of one sheet. POI keeps each in memory until the end, about 2 KB, and Excel allows 65,530 of them; so there
 * is a limit, and an address beyond it is text.
 */
final class Hyperlinks {

    static final int MOST = 20_000;

    private final Workbook workbook;
    private int written;

    Hyperlinks(Workbook workbook) {
        this.workbook = workbook;
    }

    /** Whether there was room for it. */
    boolean toFile(Cell cell, Link link) {
        if (written == MOST) {
            return false;
        }
        written++;
        var hyperlink = (XSSFHyperlink) workbook.getCreationHelper().createHyperlink(HyperlinkType.FILE);
        hyperlink.setAddress(link.file());
        if (!link.place().isEmpty()) {
            // As Excel writes it: the file is the target, the cells are the location. setLocation would replace the
            // file.
            hyperlink.getCTHyperlink().setLocation(link.place());
        }
        cell.setHyperlink(hyperlink);
        return true;
    }

    void within(Cell cell, String place) {
        var hyperlink = workbook.getCreationHelper().createHyperlink(HyperlinkType.DOCUMENT);
        hyperlink.setAddress(place);
        cell.setHyperlink(hyperlink);
        written++;
    }
}
