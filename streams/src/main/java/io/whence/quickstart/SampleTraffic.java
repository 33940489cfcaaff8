/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.quickstart;

import io.whence.config.WhenceConfig;
import io.whence.domain.access.AccessEvent;
import io.whence.domain.cases.Organization;
import io.whence.topology.Topics;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;

/** The sample as traffic: what {@link DemoTraffic} tells. */
public final class SampleTraffic implements Traffic {
    /** The bundled policy it is judged by. */
    public static final String POLICY = "openai-api";

    private final DemoTraffic demo = new DemoTraffic();
    private final List<AccessEvent> events = demo.events();

    @Override
    public String description() {
        return String.format(
                Locale.ROOT,
                "%,d sample requests of %d invented organizations, %s to %s",
                events.size(),
                demo.organizations().size(),
                DemoTraffic.FIRST_DAY,
                DemoTraffic.LAST_DAY);
    }

    @Override
    public List<Organization> organizations() {
        return demo.organizations().stream().map(DemoOrganization::organization).toList();
    }

    @Override
    public List<String> commands(URI page, String cluster) {
        return List.of(
                "explain paper-crane --url " + page,
                "action --organization lotus-robotics --kind APPEAL --actor me --reason TRYING \\\n    " + cluster,
                "quickstart --story");
    }

    @Override
    public Map<String, String> settings() {
        return Map.of(WhenceConfig.TRUSTED_PROXIES, String.join(",", DemoTraffic.TRUSTED_PROXIES));
    }

    @Override
    public String send(Producer<String, AccessEvent> producer) throws InterruptedException {
        Sending.all(
                producer,
                events.stream()
                        .map(event -> new ProducerRecord<>(Topics.ACCESS_LOGS, event.organizationId(), event))
                        .toList());
        return "All of the sample is sent.";
    }

    @Override
    public StoryCheck expectation() {
        return new StoryCheck(demo.organizations());
    }
}
