/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.domain.origin;

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

    /** The builds that answers come from now, in the order of their authority. */
    List<DatabaseBuild> builds();
}
