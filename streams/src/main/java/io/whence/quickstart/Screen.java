/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.quickstart;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The one screen a user sees when everything runs: what was started, where to look, what to try.
 *
 * @param page of the application
 * @param broker host and port of the broker
 * @param registry address of the schema registry
 * @param traffic what is fed, in a few words
 * @param places what answers where addresses are, in a few words
 * @param commands of whence to try on this traffic, without whence itself
 * @param directory where the run keeps its files
 */
record Screen(
        URI page, String broker, URI registry, String traffic, String places, List<String> commands, Path directory) {
    static final int DEFAULT_BROKER_PORT = 9092;
    static final int DEFAULT_REGISTRY_PORT = 8081;
    static final int DEFAULT_PAGE_PORT = 8080;

    static final String DEMO_PLACES = "GeoLite2 of November 2019 by MaxMind: demo data, not fit for real notices";

    private static final String ROW = "  %-10s %s";

    /** At most 24 lines, most of them of at most 100 columns. */
    List<String> lines() {
        var lines = new ArrayList<>(List.of(
                "Whence runs. All of it listens on this machine only; Ctrl-C stops all of it.",
                "",
                row("page, API", page + instead(page.getPort(), DEFAULT_PAGE_PORT)),
                row("Kafka", broker + instead(URI.create("kafka://" + broker).getPort(), DEFAULT_BROKER_PORT)),
                row("registry", registry + instead(registry.getPort(), DEFAULT_REGISTRY_PORT)),
                row("traffic", traffic),
                row("places", places),
                row("files", directory.toString()),
                "",
                "The page shows organizations by region, and notices as they come. In another terminal, try:",
                "  streams/bin/whence lookup 1.119.192.1 162.158.176.1 31.135.112.1"));
        commands.forEach(command -> ("streams/bin/whence " + command).lines().forEach(line -> lines.add("  " + line)));
        lines.addAll(List.of(
                "  curl -N " + page + "v1/notices/stream",
                "  kcat -C -b " + broker + " -t compliance-notices -f '%k\\n'",
                "",
                "Notices: issued, organization, kind, regions, requests, what about."));
        return lines;
    }

    private static String row(String label, String what) {
        return String.format(Locale.ROOT, ROW, label, what);
    }

    private static String instead(int port, int usual) {
        return port == usual ? "" : "  (" + usual + " is taken)";
    }
}
