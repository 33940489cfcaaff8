/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.app;

import io.whence.topology.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;

/**
 * Creates the topics that are missing, and refuses to start on topics that would lose or mix up what is put on them.
 */
public final class TopicSetup {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final long SEEN_POLL_MILLIS = 50;

    private static final Set<String> KEYED_LIKE_THE_LOGS = Set.of(Topics.ORGANIZATIONS, Topics.OFFICER_ACTIONS);
    private static final String FOR_EVER = "-1";
    /** Whole addresses are here: no longer than Kafka's own default, whatever the brokers are set to. */
    private static final String A_WEEK = millis(7);

    private static final String A_MONTH = millis(30);
    private static final String A_YEAR = millis(366);

    private final Admin admin;

    public TopicSetup(Admin admin) {
        this.admin = admin;
    }

    /**
     * The topics of the application.
     *
     * @param partitions partitions of those that carry traffic
     * @param replication replication factor, or -1 for the broker's default
     */
    public static List<NewTopic> topics(int partitions, int replication) {
        return List.of(
                topic(
                        Topics.ACCESS_LOGS,
                        partitions,
                        replication,
                        Map.of(
                                TopicConfig.CLEANUP_POLICY_CONFIG,
                                TopicConfig.CLEANUP_POLICY_DELETE,
                                TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG,
                                "LogAppendTime",
                                TopicConfig.RETENTION_MS_CONFIG,
                                A_WEEK)),
                topic(Topics.ORGANIZATIONS, partitions, replication, compacted()),
                topic(Topics.REGION_POLICIES, 1, replication, compacted()),
                topic(Topics.OFFICER_ACTIONS, partitions, replication, kept(FOR_EVER)),
                topic(Topics.ENFORCEMENT_DECISIONS, partitions, replication, compacted()),
                topic(Topics.ENFORCEMENT_LEAKS, partitions, replication, kept(A_YEAR)),
                topic(Topics.CONTROLS, 1, replication, compacted()),
                topic(Topics.REGIONAL_TRAFFIC, partitions, replication, kept(A_YEAR)),
                topic(Topics.ASSESSMENTS, partitions, replication, kept(A_MONTH)),
                topic(Topics.COMPLIANCE_NOTICES, partitions, replication, kept(FOR_EVER)),
                topic(Topics.CASE_EVENTS, partitions, replication, kept(FOR_EVER)),
                topic(Topics.CASE_HEADS, partitions, replication, compacted()),
                topic(Topics.DELIVERY_OUTCOMES, partitions, replication, compacted()),
                topic(Topics.DEAD_LETTERS, partitions, replication, kept(A_MONTH)));
    }

    private static NewTopic topic(String name, int partitions, int replication, Map<String, String> settings) {
        return new NewTopic(name, partitions, (short) replication).configs(settings);
    }

    private static Map<String, String> compacted() {
        return Map.of(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT);
    }

    /** Others read these: gzip is what every client decodes, while kafkajs alone has no LZ4. */
    private static Map<String, String> kept(String millis) {
        return Map.of(
                TopicConfig.CLEANUP_POLICY_CONFIG,
                TopicConfig.CLEANUP_POLICY_DELETE,
                TopicConfig.RETENTION_MS_CONFIG,
                millis,
                TopicConfig.COMPRESSION_TYPE_CONFIG,
                "gzip");
    }

    private static String millis(int days) {
        return Long.toString(Duration.ofDays(days).toMillis());
    }

    /** Creates those of the topics that do not exist, and waits until the brokers show them. */
    public void create(Collection<NewTopic> topics) {
        Set<String> existing = await(() -> admin.listTopics().names().get(seconds(), TimeUnit.SECONDS));
        List<NewTopic> missing = topics.stream()
                .filter(topic -> !existing.contains(topic.name()))
                .toList();
        missing.forEach(this::create);
        List<String> created = missing.stream().map(NewTopic::name).toList();
        await(() -> seen(created));
    }

    /** The controller confirms a topic before every broker has heard of it. */
    private boolean seen(Collection<String> created) throws InterruptedException, ExecutionException, TimeoutException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!admin.listTopics().names().get(seconds(), TimeUnit.SECONDS).containsAll(created)) {
            if (System.nanoTime() - deadline > 0) {
                throw new TimeoutException("created topics are not seen");
            }
            Thread.sleep(SEEN_POLL_MILLIS); // the brokers tell nobody when they have heard
        }
        return true;
    }

    private void create(NewTopic topic) {
        try {
            await(() -> admin.createTopics(List.of(topic)).all().get(seconds(), TimeUnit.SECONDS));
        } catch (TopicExistsException anotherInstanceWasFaster) {
            // it is there: what was wanted
        }
    }

    /**
     * Checks the topics against what the application needs.
     *
     * @return what is wrong, each with its mend; empty when nothing is
     */
    public List<String> problems(Collection<NewTopic> wanted) {
        List<String> names = wanted.stream().map(NewTopic::name).toList();
        Set<String> existing = await(() -> admin.listTopics().names().get(seconds(), TimeUnit.SECONDS));
        List<String> problems = new ArrayList<>();
        names.stream()
                .filter(name -> !existing.contains(name))
                .forEach(name -> problems.add("topic " + name + " is missing; create it, or set topics.create=true"));
        List<String> found = names.stream().filter(existing::contains).toList();
        Map<String, TopicDescription> descriptions =
                await(() -> admin.describeTopics(found).allTopicNames().get(seconds(), TimeUnit.SECONDS));
        Map<ConfigResource, Config> settings = await(() -> admin.describeConfigs(
                        found.stream().map(TopicSetup::resource).toList())
                .all()
                .get(seconds(), TimeUnit.SECONDS));
        for (NewTopic topic : wanted) {
            Config config = settings.get(resource(topic.name()));
            if (config != null) {
                problems.addAll(settingProblems(topic, config));
            }
        }
        problems.addAll(partitionProblems(descriptions));
        return problems;
    }

    private static ConfigResource resource(String topic) {
        return new ConfigResource(ConfigResource.Type.TOPIC, topic);
    }

    private static List<String> settingProblems(NewTopic topic, Config config) {
        List<String> problems = new ArrayList<>();
        for (String name : List.of(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG)) {
            String wanted = topic.configs().get(name);
            String found = config.get(name).value();
            if (wanted != null && !wanted.equals(found)) {
                problems.add("topic " + topic.name() + ": " + name + " is " + found + " and must be " + wanted);
            }
        }
        return problems;
    }

    private static List<String> partitionProblems(Map<String, TopicDescription> descriptions) {
        List<String> problems = new ArrayList<>(unequal(descriptions, Topics.ACCESS_LOGS, KEYED_LIKE_THE_LOGS));
        problems.addAll(unequal(descriptions, Topics.COMPLIANCE_NOTICES, Set.of(Topics.DELIVERY_OUTCOMES)));
        return problems;
    }

    private static List<String> unequal(
            Map<String, TopicDescription> descriptions, String leading, Set<String> following) {
        TopicDescription leader = descriptions.get(leading);
        if (leader == null) {
            return List.of();
        }
        int wanted = leader.partitions().size();
        return descriptions.values().stream()
                .filter(topic -> following.contains(topic.name()))
                .filter(topic -> topic.partitions().size() != wanted)
                .map(topic ->
                        "topic " + topic.name() + " has " + topic.partitions().size() + " partitions and " + leading
                                + " has " + wanted + "; they must have the same number, or what it says misses its "
                                + (leading.equals(Topics.ACCESS_LOGS) ? "traffic" : "notices"))
                .sorted()
                .toList();
    }

    /** A question to the broker. */
    private interface Question<T> {
        T ask() throws InterruptedException, ExecutionException, TimeoutException;
    }

    private static long seconds() {
        return PATIENCE.toSeconds();
    }

    private static <T> T await(Question<T> question) {
        try {
            return question.ask();
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof KafkaException known ? known : new KafkaException(failed.getCause());
        } catch (TimeoutException silent) {
            throw new KafkaException("the brokers did not answer within " + seconds() + " s", silent);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new KafkaException("interrupted while talking to the brokers", stopping);
        }
    }
}
