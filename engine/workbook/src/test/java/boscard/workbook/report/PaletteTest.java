package boscard.workbook.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PaletteTest {

    /** Machado, Oliveira and Fernandes 2009, full severity, for linear RGB. */
    private static final double[][] DEUTERANOPIA = {
        {0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}
    };

    private static final double[][] PROTANOPIA = {
        {0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216}, {-0.003882, -0.048116, 1.051998}
    };

    private static final double[][] GREY = {{0.2126, 0.7152, 0.0722}, {0.2126, 0.7152, 0.0722}, {0.2126, 0.7152, 0.0722}
    };

    @Test
    void redIsFarFromGreenAndAmberForEveryEye() {
        for (double[][] eye : List.of(DEUTERANOPIA, PROTANOPIA, GREY)) {
            assertThat(distance(Palette.BAD.fill(), Palette.GOOD.fill(), eye)).isGreaterThan(40);
            assertThat(distance(Palette.BAD.fill(), Palette.MIDDLING.fill(), eye))
                    .isGreaterThan(40);
        }
    }

    @Test
    void greenAndAmberAndTheEndsOfTheHeatMapCanBeToldApartByColourBlindReaders() {
        for (double[][] eye : List.of(DEUTERANOPIA, PROTANOPIA)) {
            assertThat(distance(Palette.GOOD.fill(), Palette.MIDDLING.fill(), eye))
                    .isGreaterThan(25);
            assertThat(distance(Palette.HEAT_LOW, Palette.HEAT_MIDDLE, eye)).isGreaterThan(25);
            assertThat(distance(Palette.HEAT_LOW, Palette.HEAT_HIGH, eye)).isGreaterThan(25);
            assertThat(distance(Palette.HEAT_MIDDLE, Palette.HEAT_HIGH, eye)).isGreaterThan(20);
        }
    }

    @Test
    void wordsCanBeReadOnTheirColours() {
        for (Palette colours : Palette.values()) {
            if (!colours.fill().isEmpty()) {
                assertThat(contrast(colours.fill(), colours.ink()))
                        .as("%s", colours)
                        .isGreaterThan(4.5);
            }
        }
    }

    /** CIE 1976 colour difference as seen by an eye; about 2 can just be noticed. */
    private static double distance(String one, String other, double[][] eye) {
        double[] a = lab(seen(one, eye));
        double[] b = lab(seen(other, eye));
        return Math.sqrt(Math.pow(a[0] - b[0], 2) + Math.pow(a[1] - b[1], 2) + Math.pow(a[2] - b[2], 2));
    }

    /** WCAG 2.1. */
    private static double contrast(String one, String other) {
        double a = seen(one, GREY)[0] + 0.05;
        double b = seen(other, GREY)[0] + 0.05;
        return Math.max(a, b) / Math.min(a, b);
    }

    private static double[] seen(String rgb, double[][] eye) {
        int value = Integer.parseInt(rgb, 16);
        double[] linear = {linear(value >> 16), linear(value >> 8 & 255), linear(value & 255)};
        return times(eye, linear);
    }

    private static double linear(int channel) {
        double share = channel / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }

    private static double[] lab(double[] rgb) {
        double[] xyz = times(
                new double[][] {{0.4124, 0.3576, 0.1805}, {0.2126, 0.7152, 0.0722}, {0.0193, 0.1192, 0.9505}}, rgb);
        double x = bent(xyz[0] / 0.9505);
        double y = bent(xyz[1]);
        double z = bent(xyz[2] / 1.089);
        return new double[] {116 * y - 16, 500 * (x - y), 200 * (y - z)};
    }

    private static double bent(double t) {
        return t > 0.008856 ? Math.cbrt(t) : 7.787 * t + 16 / 116.0;
    }

    private static double[] times(double[][] matrix, double[] v) {
        var result = new double[3];
        for (int i = 0; i < 3; i++) {
            result[i] = Math.max(0, matrix[i][0] * v[0] + matrix[i][1] * v[1] + matrix[i][2] * v[2]);
        }
        return result;
    }
}
