/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.domain.policy;

/** What a policy says about a region. */
public enum Standing {
    SUPPORTED,
    UNSUPPORTED,
    /** Known too coarsely to say: the unknown region, or a country of which only some parts are supported. */
    INDETERMINATE
}
