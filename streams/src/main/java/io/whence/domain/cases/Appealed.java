/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.domain.cases;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * The organization objects. Nothing is enforced and no grace runs until an officer decides.
 *
 * @param since when it objected
 * @param before where it stood
 */
public record Appealed(Instant since, CaseState before) implements CaseState {

    @Override
    public String name() {
        return "APPEALED";
    }

    @Override
    public Move next(Review review) {
        return Move.stay(this);
    }

    @Override
    public List<Warning> warnings() {
        return before.warnings();
    }

    /**
     * Where the organization stands when the appeal is turned down: its grace runs on from where it stopped. What was
     * enforced is enforced again only when everything that enforcement asks for still holds.
     */
    CaseState resumed(Instant at) {
        Duration pause = Duration.between(since, at);
        return new Noticed(
                warnings().stream()
                        .map(warning -> warning.delayedBy(pause).enforcedBy(null))
                        .toList(),
                before.approvals());
    }
}
