/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.bench;

import java.util.List;

/**
 * What is to be measured.
 *
 * @param records requests on the topic; half of them warm up
 * @param organizations who send them
 * @param skew how they are spread
 * @param spanMinutes event time between the first and the last request
 * @param partitions of the topic
 * @param threads of Kafka Streams
 * @param commitMillis between commits
 * @param heapMegabytes of the process that is measured
 * @param runs of each pipeline
 * @param pipelines which of them
 */
public record BenchPlan(
        long records,
        int organizations,
        Skew skew,
        int spanMinutes,
        int partitions,
        int threads,
        int commitMillis,
        int heapMegabytes,
        int runs,
        List<Pipeline> pipelines) {

    public BenchPlan {
        pipelines = List.copyOf(pipelines);
    }
}
