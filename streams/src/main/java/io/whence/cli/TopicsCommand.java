/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.cli;

import io.whence.app.TopicSetup;
import io.whence.config.WhenceConfig;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The command {@code whence topics}: what topics the application needs, and whether they are right. */
@Command(
        name = "topics",
        mixinStandardHelpOptions = true,
        description = {
            "Prints the topics the application needs, or checks or creates them on your brokers.",
            "",
            "Exit code: 0 in order, 1 not in order, 2 wrong usage.",
            ""
        },
        footer = {"", "Example:", "  whence topics", "  whence topics --check --set bootstrap.servers=localhost:9092"})
final class TopicsCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private ConfigOptions configuration;

    @Option(names = "--check", description = "Compare with the topics on the brokers.")
    private boolean check;

    @Option(names = "--create", description = "Create those that are missing, then compare.")
    private boolean create;

    @Override
    public Integer call() {
        WhenceConfig config = configuration.config(Map.of());
        List<NewTopic> topics = TopicSetup.topics(
                config.getInt(WhenceConfig.TOPICS_PARTITIONS), config.getInt(WhenceConfig.TOPICS_REPLICATION));
        if (check || create) {
            return compare(config, topics);
        }
        topics.forEach(topic ->
                print(topic.name() + "  partitions " + topic.numPartitions() + "  " + new TreeMap<>(topic.configs())));
        return 0;
    }

    private int compare(WhenceConfig config, Collection<NewTopic> topics) {
        try (Admin admin = Admin.create(config.kafka())) {
            TopicSetup setup = new TopicSetup(admin);
            if (create) {
                setup.create(topics);
            }
            List<String> problems = setup.problems(topics);
            problems.forEach(this::print);
            if (problems.isEmpty()) {
                print("all " + topics.size() + " topics are in order");
            }
            return problems.isEmpty() ? 0 : 1;
        } catch (KafkaException unreachable) {
            spec.commandLine().getErr().println("whence: " + unreachable.getMessage());
            return 1;
        }
    }

    private void print(String line) {
        spec.commandLine().getOut().println(line);
        spec.commandLine().getOut().flush();
    }
}
