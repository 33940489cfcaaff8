/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.proof;

import org.jspecify.annotations.Nullable;

/**
 * One line of an export that is no case event.
 *
 * @param file name of the file
 * @param line its number, from 1
 * @param field the field that is wrong, or null when it is not about one
 * @param message what is wrong
 * @param chain the chain it says it belongs to, or null when it does not say
 * @param sequence the place in the chain that it says, or 0
 */
public record UnreadableLine(
        String file,
        long line,
        @Nullable String field,
        String message,
        @Nullable ChainId chain,
        long sequence) {}
