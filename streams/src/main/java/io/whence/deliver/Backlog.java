/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.deliver;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Deliveries that wait for their time or their destination. Not safe for several threads. */
final class Backlog {

    private final Duration interval;
    private final Set<Job> waiting = new LinkedHashSet<>();
    private final Set<String> busy = new HashSet<>();
    private final Map<String, Instant> notBefore = new HashMap<>();

    /** A backlog that leaves at least so much time between two attempts to one destination. */
    Backlog(Duration interval) {
        this.interval = interval;
    }

    int size() {
        return waiting.size();
    }

    void add(Job job) {
        waiting.add(job);
    }

    /** Takes out up to so many that can be attempted now, oldest first, no two to one destination. */
    List<Job> takeDue(Instant now, int most) {
        notBefore.values().removeIf(moment -> !moment.isAfter(now));
        List<Job> due = new ArrayList<>();
        Iterator<Job> candidates = waiting.iterator();
        while (due.size() < most && candidates.hasNext()) {
            Job job = candidates.next();
            boolean possible =
                    !job.due().isAfter(now) && !notBefore.containsKey(job.destination()) && busy.add(job.destination());
            if (possible) {
                candidates.remove();
                due.add(job);
            }
        }
        return due;
    }

    /** An attempt to a destination begins. */
    void begun(String destination, Instant now) {
        notBefore.put(destination, now.plus(interval));
    }

    /** The destination is free again. */
    void ended(String destination) {
        busy.remove(destination);
    }

    /** Forgets what waits. */
    void clear() {
        waiting.clear();
    }
}
