/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.cli;

import io.whence.domain.origin.DatabaseAge;
import io.whence.domain.origin.DatabaseBuild;
import io.whence.domain.origin.Lookup;
import java.time.Instant;
import java.util.List;

/**
 * Everything {@code whence lookup} has to say.
 *
 * @param lookups the addresses, in the order asked
 * @param refused arguments that are no addresses
 * @param builds the sources in use, the primary database first
 * @param demo whether places come from the bundled databases
 * @param at when it was asked
 */
record LookupAnswer(List<Lookup> lookups, List<String> refused, List<DatabaseBuild> builds, boolean demo, Instant at) {

    static final String NO_ADDRESS =
            "is no IP address: expected four decimal parts without leading zeros, or IPv6 in the form of RFC 4291";

    DatabaseBuild primary() {
        return builds.get(0);
    }

    DatabaseAge age() {
        return DatabaseAge.of(primary(), at);
    }
}
