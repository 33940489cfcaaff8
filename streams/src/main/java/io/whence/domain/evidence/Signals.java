/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.domain.evidence;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All signals of a masked origin in a window, and what explains direct requests. */
public final class Signals {

    private final EvidenceWindow window;
    private final EvidenceModel model;

    public Signals(EvidenceWindow window, EvidenceModel model) {
        this.window = window;
        this.model = model;
    }

    /** What speaks of a masked origin, each finding as it weighs by itself. */
    public List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        if (window.days().isEmpty()) {
            return findings;
        }
        DayShape shape = DayShape.of(window.days().values(), model.dayShape());
        Hours hours = new Hours(window, model, shape);
        findings.addAll(new Hiding(window, model).findings());
        findings.addAll(hours.findings());
        if (shape.repeats(model.of(Weight.COHERENCE))) {
            findings.addAll(Holidays.heaviest(window, model, hours.near()));
        }
        findings.addAll(new Movement(window, model).findings());
        findings.addAll(new Hints(window, model).findings());
        return findings;
    }

    /** What explains direct requests from a region without anybody to blame; null when nothing does. */
    public @Nullable Finding benignReading(DirectUse use) {
        return new BenignReadings(window, model).of(use);
    }
}
