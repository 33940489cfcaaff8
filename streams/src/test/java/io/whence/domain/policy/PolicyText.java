/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.domain.policy;

import io.whence.config.PolicyYaml;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Policies for tests, written as in a file: China, Hong Kong and Macao are unsupported unless a line says otherwise.
 */
public final class PolicyText {
    private final StringBuilder versions = new StringBuilder();

    private PolicyText() {}

    /** A policy with one version. */
    public static PolicyText version(int number, String... lines) {
        return new PolicyText().and(number, lines);
    }

    /** The policy with one version more, half a year after the one of the number before. */
    public PolicyText and(int number, String... lines) {
        Map<String, String> written = new LinkedHashMap<>();
        written.put("version", String.valueOf(number));
        written.put("title", "Example");
        written.put("source", "Help page");
        written.put("source_date", "2024-06-24");
        written.put("announced", number % 2 == 1 ? 2023 + (number + 1) / 2 + "-06-24" : 2024 + number / 2 + "-01-01");
        written.put("effective", number % 2 == 1 ? 2023 + (number + 1) / 2 + "-07-09" : 2024 + number / 2 + "-02-01");
        written.put("grace", "P15D");
        written.put("default", "supported");
        written.put("unsupported", "[CN, HK, MO]");
        for (var line : lines) {
            var colon = line.indexOf(':');
            written.put(line.substring(0, colon), line.substring(colon + 1).strip());
        }
        var indent = "  - ";
        for (var line : written.entrySet()) {
            versions.append(indent)
                    .append(line.getKey())
                    .append(": ")
                    .append(line.getValue())
                    .append('\n');
            indent = "    ";
        }
        return this;
    }

    /** The file. */
    public String yaml() {
        return "id: example\nversions:\n" + versions;
    }

    /** The policy. */
    public RegionPolicy policy() {
        return PolicyYaml.read("example.yaml", yaml()).compile().orThrow();
    }
}
