/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Logs on their way to the access log topic: files to lines, several logs into one order, events to Kafka, and the mark
 * where to go on; start reading at {@link io.whence.ingest.MergedLogs}.
 */
@NullMarked
package io.whence.ingest;

import org.jspecify.annotations.NullMarked;
