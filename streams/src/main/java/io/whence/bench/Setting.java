/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.bench;

/**
 * What a measured process is told.
 *
 * @param plan what is measured
 * @param pipeline by this process
 * @param bootstrapServers of the broker
 * @param registry address of the schema registry
 * @param origins the file with the table of origins
 * @param directory for its state
 * @param applicationId of Kafka Streams, never used before
 */
record Setting(
        BenchPlan plan,
        Pipeline pipeline,
        String bootstrapServers,
        String registry,
        String origins,
        String directory,
        String applicationId) {}
