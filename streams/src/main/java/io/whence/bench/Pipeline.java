/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.bench;

import java.util.Arrays;
import java.util.List;

/** What is measured, from least to most. */
public enum Pipeline {
    CONSUME("plain consumer"),
    DECODE("plain consumer, decoded and located"),
    PASS_THROUGH("Kafka Streams, bytes passed through"),
    /** Decoded, located and counted by organization and hour; without deduplication, evidence or policy. */
    COUNT("Kafka Streams DSL, windowed count, at least once"),
    /** The same count; only where Flink is on the class path. */
    FLINK("Flink, windowed count on the heap, checkpoints"),
    WHENCE_AT_LEAST_ONCE("Whence, at least once"),
    WHENCE("Whence, exactly once"),
    /** The same requests from a log of lines of JSON, with what reading them takes. */
    BACKTEST("Whence, backtest of a log");

    private final String title;

    Pipeline(String title) {
        this.title = title;
    }

    /** Those that can be measured with this class path. */
    public static List<Pipeline> here() {
        boolean flink = Foreign.flink().isPresent();
        return Arrays.stream(values())
                .filter(pipeline -> pipeline != FLINK || flink)
                .toList();
    }

    /** For people to read. */
    public String title() {
        return title;
    }
}
