/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.topology;

import io.whence.domain.cases.JudgedTally;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * A closed day whose tallies every policy has judged.
 *
 * @param day the UTC day
 * @param at event time of its closing
 * @param tallies its tallies
 */
record JudgedDay(LocalDate day, Instant at, List<JudgedTally> tallies) {}
