/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.cli;

import io.whence.score.Outcome;
import io.whence.score.Scorecard;
import java.util.List;
import java.util.Map;

/**
 * A score as it is told.
 *
 * @param card what figures there are
 * @param outcomes every organization, and what was said of it
 * @param baselines the same by simple rules, by name; empty without logs
 * @param figures the figures as they were measured
 */
record Score(
        Scorecard card,
        List<Outcome> outcomes,
        Map<String, List<Outcome>> baselines,
        List<Scorecard.Measured> figures) {}
