/* SPDX-License-Identifier: Apache-2.0 */
/**
 * What a notice reads like in the language of the organization. Start with LetterWriter. Values never become part of a
 * phrase that is looked at again, so nothing in them can be a placeholder, a tag or a header.
 */
@NullMarked
package io.whence.letter;

import org.jspecify.annotations.NullMarked;
