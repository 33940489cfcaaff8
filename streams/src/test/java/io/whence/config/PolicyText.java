/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.config;

/** The text of a policy of one version, for tests to go on from. */
public final class PolicyText {

    /** All but what is supported; what follows is line 10 of the file. */
    private static final String HEAD = """
            id: example
            versions:
              - version: 1
                title: Example
                source: Help page
                source_date: 2024-06-25
                announced: 2024-06-24
                effective: 2024-07-09
                grace: P15D
            """;

    private PolicyText() {}

    /** A policy whose version goes on with these lines. */
    public static String with(String... lines) {
        StringBuilder text = new StringBuilder(HEAD);
        for (String line : lines) {
            text.append("    ").append(line).append('\n');
        }
        return text.toString();
    }
}
