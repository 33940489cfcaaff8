/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.quickstart;

import java.net.URI;
import java.util.Map;
import java.util.Optional;

/** The application as the quickstart sees it: something that is started with settings, serves a page, and may fail. */
public interface Application extends AutoCloseable {

    /** Where its page and its API are. */
    URI page();

    /** What stopped it, if something did. */
    Optional<Throwable> failure() throws InterruptedException;

    /** Stops it and waits for it. */
    @Override
    void close();

    /** How it is started. */
    @FunctionalInterface
    interface Starter {
        /** Starts it with settings by their names; returns when its page answers. */
        Application start(Map<String, String> settings);
    }
}
