/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.domain.cases;

import io.whence.domain.access.Cidr;
import io.whence.domain.access.IpAddress;
import io.whence.domain.origin.Region;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the provider knows of a customer.
 *
 * @param organizationId the provider's id
 * @param name for people to read, or null
 * @param declaredCountry where the organization says it is, or null
 * @param billingCountry where it pays from, or null
 * @param createdAt when it became a customer, or null
 * @param contact address for notices, or null
 * @param locale BCP 47 language tag for notices, or null
 * @param parentId organization it belongs to, or null
 * @param registeredNetworks egress networks the provider has verified to be the organization's own
 * @param exemptions what it is allowed to do that others are not
 */
public record Organization(
        String organizationId,
        @Nullable String name,
        @Nullable Region declaredCountry,
        @Nullable Region billingCountry,
        @Nullable Instant createdAt,
        @Nullable String contact,
        @Nullable String locale,
        @Nullable String parentId,
        List<Cidr> registeredNetworks,
        List<Exemption> exemptions) {

    public Organization {
        registeredNetworks = List.copyOf(registeredNetworks);
        exemptions = List.copyOf(exemptions);
    }

    /** An organization nobody has told us anything about. */
    public static Organization unknown(String organizationId) {
        return new Organization(organizationId, null, null, null, null, null, null, null, List.of(), List.of());
    }

    /** Whether a masked prefix lies in one of the registered networks. */
    public boolean registered(String prefix) {
        if (registeredNetworks.isEmpty()) {
            return false;
        }
        IpAddress network = Cidr.parse(prefix).network();
        return registeredNetworks.stream().anyMatch(registered -> registered.contains(network));
    }
}
