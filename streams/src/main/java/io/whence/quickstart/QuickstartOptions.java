/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.quickstart;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/**
 * What a user may choose about a run.
 *
 * @param home the module's folder, below which the build has put the registry
 * @param once whether to stop as soon as the expected notices are there
 * @param patience how long to wait for them then
 * @param keep whether to leave the files
 * @param settings of the application, by name; they win over what the quickstart sets itself
 */
public record QuickstartOptions(
        Path home, boolean once, Duration patience, boolean keep, Map<String, String> settings) {

    public QuickstartOptions {
        settings = Map.copyOf(settings);
    }

    Path registryHome() {
        return home.resolve("target").resolve("registry");
    }

    Path runs() {
        return home.resolve("target").resolve("quickstart");
    }
}
