/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.config;

import static io.whence.config.PolicyRefusalTest.IN_ORDER;
import static io.whence.config.PolicyRefusalTest.compile;
import static org.assertj.core.api.Assertions.assertThat;

import io.whence.domain.policy.PolicyProblem;
import org.junit.jupiter.api.Test;

/** The order of the versions of a policy. */
class PolicyVersionsTest {

    private static final String SECOND_VERSION = IN_ORDER.substring(IN_ORDER.indexOf("  - version"));

    @Test
    void refusesVersionsOutOfOrder() {
        assertThat(compile(IN_ORDER + SECOND_VERSION).problems())
                .extracting(PolicyProblem::toString)
                .containsExactly(
                        "versions[1].version: version 1 does not follow version 1;"
                                + " write the oldest version first and number upwards",
                        "versions[1].effective: takes effect at 2024-07-09T00:00:00Z, not after the version before it"
                                + " (2024-07-09T00:00:00Z); write the oldest version first, each with a later date");
    }

    @Test
    void warnsOfAVersionAnnouncedBeforeTheOneItReplaces() {
        var second = SECOND_VERSION
                .replace("version: 1", "version: 2")
                .replace("announced: 2024-06-24", "announced: 2024-06-20")
                .replace("effective: 2024-07-09", "effective: 2024-08-01");

        assertThat(compile(IN_ORDER + second).warnings())
                .extracting(PolicyProblem::toString)
                .containsExactly("versions[1].announced: announced at 2024-06-20T00:00:00Z, before the version it"
                        + " replaces (2024-06-24T00:00:00Z), which therefore nobody is ever told of;"
                        + " write the later date unless that is meant");
    }

    @Test
    void refusesAPolicyWithoutVersions() {
        assertThat(compile("id: example\n").problems())
                .extracting(PolicyProblem::toString)
                .containsExactly("versions: no versions; write at least one");
    }
}
