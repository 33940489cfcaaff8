/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.topology;

import java.time.Instant;

/**
 * An organization's time has reached another UTC day; the deadlines up to its start have passed.
 *
 * @param at start of the day
 */
record TurnedDay(Instant at) implements TallyEvent {}
