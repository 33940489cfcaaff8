/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.bench;

import java.util.List;
import java.util.Locale;

/**
 * Processor time by record, as a picture: a bar for each pipeline, with a line from the lowest to the highest run.
 *
 * @param report what was measured
 */
public record BenchChart(BenchReport report) {

    private static final int WIDTH = 760;
    private static final int ROW = 44;
    private static final int TOP = 60;
    private static final int LEFT = 330;
    private static final int RIGHT = 90;

    /** The picture, as SVG. */
    public String svg() {
        List<Pipeline> pipelines = report.plan().pipelines();
        double most = pipelines.stream()
                .mapToDouble(pipeline -> spread(pipeline).high())
                .max()
                .orElse(1);
        String title = "Processor time for each record, microseconds";
        StringBuilder svg = new StringBuilder(format(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" role=\"img\""
                        + " font-family=\"sans-serif\" font-size=\"13\">%n<title>%s</title>%n",
                WIDTH, TOP + ROW * pipelines.size() + 30, title));
        svg.append(format("<rect width=\"100%%\" height=\"100%%\" fill=\"white\"/>%n"));
        svg.append(format("<text x=\"20\" y=\"32\" font-size=\"16\">%s</text>%n", title));
        for (int row = 0; row < pipelines.size(); row++) {
            bar(svg, pipelines.get(row), TOP + ROW * row, (WIDTH - LEFT - RIGHT) / most);
        }
        svg.append(format(
                "<text x=\"20\" y=\"%d\" fill=\"#666\">%,d records, %,d organizations, %s; median of %d</text>%n",
                TOP + ROW * pipelines.size() + 14,
                report.plan().records(),
                report.plan().organizations(),
                report.plan().skew(),
                report.plan().runs()));
        return svg.append("</svg>\n").toString();
    }

    private void bar(StringBuilder svg, Pipeline pipeline, int top, double scale) {
        BenchReport.Spread spread = spread(pipeline);
        boolean own = pipeline.name().startsWith("WHENCE");
        double middle = top + ROW / 2.0;
        svg.append(format(
                "<text x=\"%d\" y=\"%.0f\" text-anchor=\"end\">%s</text>%n", LEFT - 10, middle + 4, pipeline.title()));
        svg.append(format(
                "<rect x=\"%d\" y=\"%d\" width=\"%.1f\" height=\"%d\" fill=\"%s\"/>%n",
                LEFT, top + 8, spread.median() * scale, ROW - 16, own ? "#1f6feb" : "#9aa4b2"));
        svg.append(format(
                "<line x1=\"%.1f\" y1=\"%.0f\" x2=\"%.1f\" y2=\"%.0f\" stroke=\"#222\"/>%n",
                LEFT + spread.low() * scale, middle, LEFT + spread.high() * scale, middle));
        svg.append(format(
                "<text x=\"%.1f\" y=\"%.0f\">%.2f</text>%n",
                LEFT + spread.high() * scale + 8, middle + 4, spread.median()));
    }

    private BenchReport.Spread spread(Pipeline pipeline) {
        return report.spread(pipeline, Measured::cpuMicros).orElse(new BenchReport.Spread(0, 0, 0));
    }

    private static String format(String text, Object... values) {
        return String.format(Locale.ROOT, text, values);
    }
}
