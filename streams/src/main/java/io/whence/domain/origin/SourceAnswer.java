/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.domain.origin;

/**
 * What one source says about one address.
 *
 * @param build the source and which build of it
 * @param answer what it says, in a few words for people to read
 */
public record SourceAnswer(DatabaseBuild build, String answer) {}
