/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.cli;

import io.whence.http.view.ReasonView;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** How evidence adds up, as bars of text: each reason starts where the one before ended, a deciban a character. */
final class EvidenceBars {

    private final int low;
    private final int high;

    private EvidenceBars(int low, int high) {
        this.low = low;
        this.high = high;
    }

    static List<String> lines(List<ReasonView> reasons, double score) {
        List<ReasonView> ordered = reasons.stream()
                .sorted(Comparator.comparing(reason -> !reason.family().equals("PRIOR")))
                .toList();
        double lowest = Math.min(0, score);
        double highest = Math.max(0, score);
        double sum = 0;
        for (ReasonView reason : ordered) {
            sum += reason.weightDecibans();
            lowest = Math.min(lowest, sum);
            highest = Math.max(highest, sum);
        }
        return new EvidenceBars((int) Math.floor(lowest), (int) Math.ceil(highest)).draw(ordered, score);
    }

    private List<String> draw(List<ReasonView> ordered, double score) {
        List<String> lines = new ArrayList<>();
        double sum = 0;
        for (ReasonView reason : ordered) {
            lines.add(weight(reason.weightDecibans()) + bar(sum, sum + reason.weightDecibans()) + "  "
                    + Printable.of(reason.sentence()));
            sum += reason.weightDecibans();
        }
        lines.add(weight(score) + bar(0, score) + "  in all");
        return lines;
    }

    private static String weight(double decibans) {
        return String.format(Locale.ROOT, "%+6.1f  ", decibans);
    }

    /** Arrows from one sum to the next; a line where the sum is zero. */
    private String bar(double from, double to) {
        char arrow = to < from ? '<' : '>';
        StringBuilder bar = new StringBuilder();
        for (int place = low; place <= high; place++) {
            if (place == 0) {
                bar.append('|');
            }
            boolean covered = place >= Math.min(from, to) && place < Math.max(from, to);
            bar.append(covered ? arrow : ' ');
        }
        return bar.toString();
    }
}
