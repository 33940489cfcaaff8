/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.proof;

/** What was done to a chain. */
public enum FlawKind {
    /** A line is no case event. */
    UNREADABLE,
    /** Fields of an entry were changed; its hash does not fit. */
    EDITED,
    /** An entry was changed and hashed anew; its neighbour or a signed head names another. */
    REWRITTEN,
    /** Entries are missing before one that is there. */
    DELETED,
    /** An entry is there that the chain does not know. */
    INSERTED,
    /** An entry is there more than once. */
    DUPLICATED,
    /** An entry does not stand in its place. */
    REORDERED,
    /** A signed head says that the chain went on. */
    TRUNCATED,
    /** A head is not signed by the key. */
    BAD_SIGNATURE
}
