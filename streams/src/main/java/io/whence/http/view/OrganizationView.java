/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.http.view;

import io.whence.domain.access.Cidr;
import io.whence.domain.cases.Organization;
import io.whence.domain.origin.Region;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the provider knows of an organization; whom to write to and in which language is left out.
 *
 * @param organizationId the organization
 * @param name for people to read, or null
 * @param declaredCountry where it says it is, or null
 * @param billingCountry where it pays from, or null
 * @param createdAt when it became a customer, or null
 * @param parent organization it belongs to, or null
 * @param registeredEgressNetworks networks known to be its own, in CIDR notation
 */
public record OrganizationView(
        String organizationId,
        @Nullable String name,
        @Nullable String declaredCountry,
        @Nullable String billingCountry,
        @Nullable Instant createdAt,
        @Nullable String parent,
        List<String> registeredEgressNetworks) {

    static OrganizationView of(Organization organization) {
        return new OrganizationView(
                organization.organizationId(),
                organization.name(),
                code(organization.declaredCountry()),
                code(organization.billingCountry()),
                organization.createdAt(),
                organization.parentId(),
                organization.registeredNetworks().stream().map(Cidr::toString).toList());
    }

    private static @Nullable String code(@Nullable Region region) {
        return region == null ? null : region.code();
    }
}
