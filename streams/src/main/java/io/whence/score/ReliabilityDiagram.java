/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.score;

import java.util.List;
import java.util.Locale;

/**
 * What was said against what was true, as a picture: points on the diagonal are right, below it too sure.
 *
 * @param samples probabilities and the truth
 * @param title what they are of
 */
public record ReliabilityDiagram(List<Sample> samples, String title) {

    private static final int SIDE = 360;
    private static final int MARGIN = 50;
    private static final int TICKS = 5;

    /** The picture, as SVG. */
    public String svg() {
        StringBuilder svg = new StringBuilder(format(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" role=\"img\""
                        + " font-family=\"sans-serif\" font-size=\"12\">%n<title>%s</title>%n",
                SIDE + 2 * MARGIN, SIDE + 2 * MARGIN, escaped(title)));
        svg.append(format("<rect width=\"100%%\" height=\"100%%\" fill=\"white\"/>%n"));
        svg.append(format("<text x=\"%d\" y=\"25\" font-size=\"14\">%s</text>%n", MARGIN, escaped(title)));
        axes(svg);
        for (Curves.Bin bin : Curves.bins(samples)) {
            svg.append(format(
                    "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"5\" fill=\"#1f6feb\"><title>said %.4f, true"
                            + " %.4f</title></circle>%n",
                    x(bin.said()), y(bin.truth()), bin.said(), bin.truth()));
        }
        return svg.append("</svg>\n").toString();
    }

    private static void axes(StringBuilder svg) {
        svg.append(format(
                "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" fill=\"none\" stroke=\"#666\"/>%n",
                MARGIN, MARGIN, SIDE, SIDE));
        svg.append(format(
                "<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" stroke=\"#bbb\" stroke-dasharray=\"4\"/>%n",
                x(0), y(0), x(1), y(1)));
        for (int tick = 0; tick <= TICKS; tick++) {
            double share = (double) tick / TICKS;
            svg.append(format(
                    "<text x=\"%.1f\" y=\"%d\" text-anchor=\"middle\">%.1f</text>%n",
                    x(share), MARGIN + SIDE + 16, share));
            svg.append(format(
                    "<text x=\"%d\" y=\"%.1f\" text-anchor=\"end\">%.1f</text>%n", MARGIN - 6, y(share) + 4, share));
        }
        svg.append(format(
                "<text x=\"%d\" y=\"%d\" text-anchor=\"middle\">probability that was said</text>%n",
                MARGIN + SIDE / 2, MARGIN + SIDE + 36));
        svg.append(format(
                "<text transform=\"translate(14 %d) rotate(-90)\" text-anchor=\"middle\">share that was true</text>%n",
                MARGIN + SIDE / 2));
    }

    private static double x(double share) {
        return MARGIN + SIDE * share;
    }

    private static double y(double share) {
        return MARGIN + SIDE * (1 - share);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;");
    }

    private static String format(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern.replace("%n", "\n"), values);
    }
}
