/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.topology;

import io.whence.domain.access.DeadLetter;
import java.util.List;

/**
 * What came of an officer's action.
 *
 * @param cases what it did to the cases of the organization
 * @param deadLetters the action itself when it could not be carried out
 */
record ActionOutcome(CaseOutcome cases, List<DeadLetter> deadLetters) {}
