/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.whence.bench.BenchReport;
import io.whence.bench.Measured;
import io.whence.bench.Pipeline;

/** What was measured, as JSON: the plan, the machine, medians and ratios, and each run. */
final class BenchJson {

    private static final ObjectMapper JSON = new ObjectMapper();

    private BenchJson() {}

    static ObjectNode of(BenchReport report) {
        ObjectNode root = JSON.createObjectNode();
        ObjectNode machine = root.putObject("machine");
        machine.put("processors", Runtime.getRuntime().availableProcessors());
        machine.put("os", System.getProperty("os.name") + " " + System.getProperty("os.arch"));
        machine.put("java", System.getProperty("java.vendor") + " " + Runtime.version());
        root.set("plan", JSON.valueToTree(report.plan()));
        ArrayNode pipelines = root.putArray("pipelines");
        report.plan().pipelines().forEach(pipeline -> pipelines.add(summary(report, pipeline)));
        root.set("runs", JSON.valueToTree(report.measured()));
        return root;
    }

    private static ObjectNode summary(BenchReport report, Pipeline pipeline) {
        ObjectNode node = JSON.createObjectNode();
        node.put("pipeline", pipeline.name());
        report.spread(pipeline, Measured::cpuMicros).ifPresent(cpu -> node.set("cpu_micros", JSON.valueToTree(cpu)));
        report.spread(pipeline, Measured::garbage).ifPresent(bytes -> node.put("garbage_bytes", bytes.median()));
        report.spread(pipeline, Measured::changelog).ifPresent(bytes -> node.put("changelog_bytes", bytes.median()));
        report.spread(pipeline, Measured::startSeconds)
                .ifPresent(seconds -> node.put("start_seconds", seconds.median()));
        report.spread(pipeline, Measured::perCoreSecond)
                .ifPresent(rate -> node.put("records_per_core_second", rate.median()));
        report.ratio(pipeline, Pipeline.DECODE).ifPresent(times -> node.put("times_decode", times));
        report.ratio(pipeline, Pipeline.PASS_THROUGH).ifPresent(times -> node.put("times_pass_through", times));
        return node;
    }
}
