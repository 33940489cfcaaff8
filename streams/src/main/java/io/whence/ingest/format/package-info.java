/* SPDX-License-Identifier: Apache-2.0 */
/**
 * One line of a log to one access event; start reading at {@link io.whence.ingest.format.EventParser}.
 *
 * <p>A line is taken apart into named fields ({@link io.whence.ingest.format.LineParser}), and a table says which of
 * them is which part of an event ({@link io.whence.ingest.format.FieldMap}). The tables of the formats known by name
 * are the {@code .fields} resources beside these classes.
 */
@NullMarked
package io.whence.ingest.format;

import org.jspecify.annotations.NullMarked;
