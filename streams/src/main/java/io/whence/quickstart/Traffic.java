/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.quickstart;

import io.whence.domain.access.AccessEvent;
import io.whence.domain.cases.Organization;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.Producer;

/** What the quickstart feeds the application with. */
public interface Traffic {

    /** What it is, in a few words. */
    String description();

    /** Profiles of the organizations in it; empty when nothing is known of them. */
    List<Organization> organizations();

    /**
     * Commands to try on it, without {@code whence} itself.
     *
     * @param page where the application answers
     * @param cluster the options that lead to broker and registry
     */
    List<String> commands(URI page, String cluster);

    /** Settings of the application that belong to this traffic. */
    Map<String, String> settings();

    /**
     * Sends all of it and waits until it has arrived.
     *
     * @return what was sent, in a sentence
     * @throws IOException when it cannot be read
     * @throws InterruptedException when the thread is to stop
     */
    String send(Producer<String, AccessEvent> producer) throws IOException, InterruptedException;

    /** What the product must make of it; nothing is expected of traffic nobody knows. */
    StoryCheck expectation();
}
