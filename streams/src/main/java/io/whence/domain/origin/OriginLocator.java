/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.domain.origin;

import io.whence.domain.access.ClientAddress;
import io.whence.domain.access.IpAddress;
import java.util.List;

/** Answers where an address is. Implementations are safe for concurrent use and may change database under way. */
public interface OriginLocator {

    /**
     * Locates a public address.
     *
     * @return the origin; unknown is an answer, so this never throws for an address
     */
    Origin locate(IpAddress address);

    /** Locates the client of a request; without a usable public address there is nothing to ask a database. */
    default Origin originOf(ClientAddress client) {
        IpAddress address = client.address();
        if (address == null) {
            return Origin.unlocated(Unlocated.NO_ADDRESS);
        }
        return client.locatable() ? locate(address) : Origin.unlocated(Unlocated.NON_ROUTABLE);
    }

    /** The builds that answers come from now, in the order of their authority. */
    List<DatabaseBuild> builds();

    /** Whether the answers are demo data, on which nobody may be accused. */
    default boolean demo() {
        return false;
    }

    /** What answers rest on now. */
    default Geolocation geolocation() {
        return new Geolocation(builds(), demo());
    }
}
