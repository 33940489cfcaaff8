/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.domain.policy;

/**
 * A value of a version that changes.
 *
 * @param field its key in a policy file; those of thresholds as {@code thresholds.days}
 * @param before what was written, in the form of a policy file; empty for nothing
 * @param after what is written now, likewise
 * @param effect what the change does
 */
public record FieldChange(String field, String before, String after, Effect effect) {}
