/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.quickstart;

import io.whence.domain.access.AccessEvent;
import io.whence.domain.cases.Organization;
import io.whence.domain.origin.Region;
import io.whence.topology.Topics;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;

/** The sample, and four organizations whose names are meant to do harm. */
final class HostileTraffic implements Traffic {

    /** A script, a picture that runs one, a name that turns what follows around, and a formula. */
    static final Map<String, String> NAMES = Map.of(
            "hostile-script", "<script>document.title = 'owned'</script>",
            "hostile-svg", "<svg onload=\"document.title = 'owned'\"><img src=x onerror=\"document.title = 'owned'\">",
            "hostile-rtl", "\u202Egnp.exe \u2066reversed",
            "hostile-formula", "=HYPERLINK(\"http://127.0.0.1:1/\"; \"click\")");

    /** Requests of each of them. */
    private static final int EACH = 60;

    private final SampleTraffic sample = new SampleTraffic();

    @Override
    public String description() {
        return sample.description();
    }

    @Override
    public List<Organization> organizations() {
        List<Organization> all = new ArrayList<>(sample.organizations());
        NAMES.forEach((id, name) -> all.add(
                new Organization(id, name, new Region("DE"), null, null, null, null, null, List.of(), List.of())));
        return all;
    }

    @Override
    public List<String> commands(URI page, String cluster) {
        return List.of();
    }

    @Override
    public Map<String, String> settings() {
        return sample.settings();
    }

    @Override
    public String send(Producer<String, AccessEvent> producer) throws IOException, InterruptedException {
        Caller caller = DemoStories.all().stream()
                .filter(story -> story.about().outcome() == DemoOrganization.Outcome.LEFT_ALONE)
                .findFirst()
                .orElseThrow()
                .callers()
                .get(0);
        List<ProducerRecord<String, AccessEvent>> records = new ArrayList<>();
        for (String id : NAMES.keySet()) {
            List<AccessEvent> events =
                    new EventGenerator(id, caller, SampleNetworks.load(), new SplittableRandom(id.hashCode())).events();
            events.subList(0, EACH).forEach(event -> records.add(new ProducerRecord<>(Topics.ACCESS_LOGS, id, event)));
        }
        Sending.all(producer, records);
        return sample.send(producer);
    }

    /** How many requests there are in all. */
    static int requests() {
        return new DemoTraffic().events().size() + NAMES.size() * EACH;
    }

    @Override
    public StoryCheck expectation() {
        return sample.expectation();
    }
}
