/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.letter;

/**
 * A notice, ready to be sent.
 *
 * @param language BCP 47 tag of the language it is written in
 * @param subject one line without control characters
 * @param plain the text, lines ended by line feeds
 * @param html the same as an HTML document without scripts, images or anything else to load
 */
public record Letter(String language, String subject, String plain, String html) {}
