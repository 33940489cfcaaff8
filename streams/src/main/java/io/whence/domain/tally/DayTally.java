/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.domain.tally;

import java.time.LocalDate;

/**
 * A tally with its place in an organization's history.
 *
 * @param day UTC day of the events
 * @param provenance where they came from
 * @param tally how much
 */
public record DayTally(LocalDate day, Provenance provenance, Tally tally) {}
