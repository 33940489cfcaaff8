/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.whence.topology.Topics;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TopicSetupTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                Topics.COMPLIANCE_NOTICES,
                Topics.CASE_EVENTS,
                Topics.ENFORCEMENT_LEAKS,
                Topics.REGIONAL_TRAFFIC,
                Topics.ASSESSMENTS,
                Topics.DEAD_LETTERS
            })
    void whatOthersReadIsCompressedSoThatEveryClientCanReadIt(String name) {
        NewTopic topic = TopicSetup.topics(4, 1).stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow();

        assertThat(topic.configs()).containsEntry(TopicConfig.COMPRESSION_TYPE_CONFIG, "gzip");
    }
}
