package boscard.workbook.layout;

import org.apache.poi.ss.usermodel.PageMargin;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.xssf.usermodel.XSSFSheet;

/** How a sheet looks on paper, and how high a wrapped text is. */
final class Page {

    private static final float LINE_HEIGHT = 13.2f;

    /** Characters that fit on one page side by side and can still be read. */
    static final int WIDEST = 330;

    private Page() {}

    /** Height in points of a text that is wrapped at this many characters. */
    static float height(String text, int width) {
        return lines(text, width) * LINE_HEIGHT;
    }

    /** Lines of a text wrapped between words; a proportional font holds a little more than its width says. */
    static int lines(String text, int width) {
        int lines = 1;
        int filled = 0;
        for (String word : text.split(" ", -1)) {
            if (filled > 0 && filled + 1 + word.length() > width * 1.08) {
                lines++;
                filled = 0;
            }
            filled += (filled > 0 ? 1 : 0) + word.length();
        }
        return lines;
    }

    /** As many pages wide as asked, as many long as needed. */
    static void fit(XSSFSheet sheet, boolean landscape, int pagesWide) {
        sheet.setFitToPage(true);
        PrintSetup setup = sheet.getPrintSetup();
        setup.setPaperSize(PrintSetup.A4_PAPERSIZE);
        setup.setLandscape(landscape);
        setup.setFitWidth((short) pagesWide);
        setup.setFitHeight((short) 0);
        sheet.setMargin(PageMargin.TOP, 0.5);
        sheet.setMargin(PageMargin.LEFT, 0.4);
        sheet.setMargin(PageMargin.RIGHT, 0.4);
        sheet.getFooter().setLeft("&F, &A");
        sheet.getFooter().setRight("page &P of &N");
    }
}
