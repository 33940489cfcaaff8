/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.quickstart;

import io.whence.domain.access.AccessEvent;
import io.whence.quickstart.DemoStories.Story;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;

/**
 * The sample: forty days in the life of twelve invented organizations, on real networks, around the notices of 24 June
 * 2024 and the date they name, 9 July. The same seed gives the same events to the byte.
 */
public final class DemoTraffic {
    /** First UTC day with events. */
    public static final LocalDate FIRST_DAY = LocalDate.of(2024, 6, 3);

    /** Last UTC day with events. */
    public static final LocalDate LAST_DAY = LocalDate.of(2024, 7, 12);

    /** Networks of the provider's own proxies, whose forwarding headers are to be believed. */
    public static final List<String> TRUSTED_PROXIES = List.of("10.11.0.0/16");

    private static final long SEED = 20_240_709;

    private final List<Story> stories = DemoStories.all();
    private final long seed;

    public DemoTraffic() {
        this(SEED);
    }

    /** Another run of the same stories. */
    public DemoTraffic(long seed) {
        this.seed = seed;
    }

    /** Who calls, what is true of them, and what a user should see. */
    public List<DemoOrganization> organizations() {
        return stories.stream().map(Story::about).toList();
    }

    /** All access events in the order of their time. */
    public List<AccessEvent> events() {
        var networks = SampleNetworks.load();
        var random = new SplittableRandom(seed);
        var events = new ArrayList<AccessEvent>();
        for (var story : stories) {
            for (var caller : story.callers()) {
                events.addAll(new EventGenerator(story.about().id(), caller, networks, random.split()).events());
            }
        }
        events.sort(Comparator.comparing(AccessEvent::timestamp)
                .thenComparing(AccessEvent::organizationId)
                .thenComparing(AccessEvent::eventId));
        return List.copyOf(events);
    }
}
