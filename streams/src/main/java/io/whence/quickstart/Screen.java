/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.quickstart;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The one screen a user sees when everything runs: what was started, where to look, what to try.
 *
 * @param servers what runs beside the application
 * @param application the running application
 * @param traffic what it is fed with
 * @param directory where the run keeps its files
 */
record Screen(LocalServers servers, Application application, Traffic traffic, Path directory) {
    static final int DEFAULT_BROKER_PORT = 9092;
    static final int DEFAULT_REGISTRY_PORT = 8081;
    static final int DEFAULT_PAGE_PORT = 8080;

    private static final String BROKER = "Kafka 4, one node (KRaft), in this process";
    private static final String REGISTRY = "schema registry (Apicurio, Confluent's protocol)";
    private static final String PAGE = "organizations by region, and notices as they come";
    private static final String GEOLOCATION =
            "GeoLite2 of November 2019 by MaxMind: demo data, not fit for real notices";

    /** At most 24 lines of at most 100 columns. */
    List<String> lines() {
        var page = application.page();
        var broker = servers.broker().bootstrapServers();
        var lines = new ArrayList<String>();
        lines.add("Whence runs. All of it listens on this machine only; Ctrl-C stops all of it.");
        lines.add("");
        lines.add(row("page, API", page.toString(), PAGE + instead(page.getPort(), DEFAULT_PAGE_PORT)));
        lines.add(row("broker", broker, BROKER + instead(servers.broker().port(), DEFAULT_BROKER_PORT)));
        lines.add(row("registry", servers.registry().url(), ""));
        lines.add(row("", "", REGISTRY + instead(servers.registry().port(), DEFAULT_REGISTRY_PORT)));
        lines.add(row("traffic", traffic.description(), ""));
        lines.add(row("places", GEOLOCATION, ""));
        lines.add(row("files", directory.toString(), ""));
        lines.add("");
        lines.add("Try, in another terminal:");
        lines.add("  streams/bin/whence lookup 1.119.192.1 162.158.176.1 31.135.112.1");
        lines.add("  streams/bin/whence quickstart --story");
        lines.add("  curl " + page + "v1/organizations/paper-crane/explanation");
        lines.add("  curl -N " + page + "v1/notices/stream");
        lines.add("  kcat -C -b " + broker + " -t compliance-notices -s value=avro -r "
                + servers.registry().url());
        lines.add("");
        lines.add("Notices as they come: issued, organization, kind, regions, requests, what about.");
        return lines;
    }

    private static String row(String label, String where, String what) {
        return String.format("  %-10s %-38s %s", label, where, what).stripTrailing();
    }

    private static String instead(int port, int usual) {
        return port == usual ? "" : " (" + usual + " is taken)";
    }
}
