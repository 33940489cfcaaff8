/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.wire;

import io.whence.contracts.Exemption;
import io.whence.contracts.Organization;
import io.whence.domain.access.Cidr;
import io.whence.domain.origin.Region;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Organizations on the wire and in the domain. */
final class Organizations {
    private Organizations() {}

    static Organization toAvro(io.whence.domain.cases.Organization organization) {
        return Organization.newBuilder()
                .setOrganizationId(organization.organizationId())
                .setName(organization.name())
                .setDeclaredCountry(code(organization.declaredCountry()))
                .setBillingCountry(code(organization.billingCountry()))
                .setCreatedAt(organization.createdAt())
                .setContact(organization.contact())
                .setLocale(organization.locale())
                .setParent(organization.parentId())
                .setRegisteredEgressNetworks(organization.registeredNetworks().stream()
                        .map(Cidr::toString)
                        .toList())
                .setExemptions(organization.exemptions().stream()
                        .map(Organizations::toAvro)
                        .toList())
                .build();
    }

    static io.whence.domain.cases.Organization fromAvro(Organization organization) {
        return new io.whence.domain.cases.Organization(
                organization.getOrganizationId(),
                organization.getName(),
                country("declared_country", organization.getDeclaredCountry()),
                country("billing_country", organization.getBillingCountry()),
                organization.getCreatedAt(),
                organization.getContact(),
                organization.getLocale(),
                organization.getParent(),
                organization.getRegisteredEgressNetworks().stream()
                        .map(Organizations::network)
                        .toList(),
                organization.getExemptions().stream()
                        .map(Organizations::fromAvro)
                        .toList());
    }

    private static Exemption toAvro(io.whence.domain.cases.Exemption exemption) {
        return Exemption.newBuilder()
                .setExemptionId(exemption.id())
                .setPolicyId(exemption.policyId())
                .setRegions(
                        exemption.regions().stream().map(Region::code).sorted().toList())
                .setApprover(exemption.approver())
                .setReasonCode(exemption.reasonCode())
                .setLicence(exemption.licence())
                .setFrom(exemption.from())
                .setUntil(exemption.until())
                .build();
    }

    private static io.whence.domain.cases.Exemption fromAvro(Exemption exemption) {
        return new io.whence.domain.cases.Exemption(
                exemption.getExemptionId(),
                exemption.getPolicyId(),
                exemption.getRegions().stream().map(Region::new).collect(Collectors.toSet()),
                exemption.getApprover(),
                exemption.getReasonCode(),
                exemption.getLicence(),
                exemption.getFrom(),
                exemption.getUntil());
    }

    private static @Nullable String code(@Nullable Region country) {
        return country == null ? null : country.code();
    }

    private static @Nullable Region country(String field, @Nullable String code) {
        try {
            return code == null ? null : new Region(code);
        } catch (IllegalArgumentException e) {
            throw new Malformed(UndecodableReason.INVALID_VALUE, field, String.valueOf(e.getMessage()));
        }
    }

    private static Cidr network(String text) {
        try {
            return Cidr.parse(text);
        } catch (IllegalArgumentException e) {
            throw new Malformed(
                    UndecodableReason.INVALID_VALUE, "registered_egress_networks", String.valueOf(e.getMessage()));
        }
    }
}
