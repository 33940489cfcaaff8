/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.wire;

import io.whence.contracts.Agreement;
import io.whence.contracts.Classification;
import io.whence.contracts.NoticeRegion;
import io.whence.contracts.Standing;
import io.whence.domain.cases.RegionTraffic;
import io.whence.domain.origin.Region;
import org.jspecify.annotations.Nullable;

/** The traffic of one region, as a notice tells it and as the domain has it. */
final class NoticeRegions {
    private NoticeRegions() {}

    static NoticeRegion toAvro(RegionTraffic traffic) {
        return NoticeRegion.newBuilder()
                .setRegion(traffic.region().code())
                .setStanding(Symbols.toContract(Standing.class, traffic.standing()))
                .setRequests(traffic.requests())
                .setShare(traffic.share())
                .setFirstSeen(traffic.firstSeen())
                .setLastSeen(traffic.lastSeen())
                .setDirectRequests(traffic.direct())
                .setDays(traffic.days())
                .setDirectDays(traffic.directDays())
                .setOperators(traffic.operators())
                .setAddresses(traffic.addresses())
                .setAgreement(Symbols.toContract(Agreement.class, traffic.agreement()))
                .setProviderPlaced(toAvro(traffic.providerPlaced()))
                .setKeys(traffic.keys().stream().map(Evidence::toAvro).toList())
                .setNetworks(traffic.networks().stream().map(Evidence::toAvro).toList())
                .setRelocatedRequests(traffic.relocated())
                .setExemptedRequests(traffic.exempted())
                .build();
    }

    static RegionTraffic fromAvro(NoticeRegion region) {
        return new RegionTraffic(
                new Region(region.getRegion()),
                Symbols.toDomain(io.whence.domain.policy.Standing.class, region.getStanding()),
                region.getRequests(),
                region.getDirectRequests(),
                region.getShare(),
                region.getDays(),
                region.getDirectDays(),
                region.getOperators(),
                region.getAddresses(),
                region.getFirstSeen(),
                region.getLastSeen(),
                Symbols.toDomain(io.whence.domain.origin.Agreement.class, region.getAgreement()),
                fromAvro(region.getProviderPlaced()),
                region.getKeys().stream().map(Evidence::fromAvro).toList(),
                region.getNetworks().stream().map(Evidence::fromAvro).toList(),
                region.getRelocatedRequests(),
                region.getExemptedRequests());
    }

    private static @Nullable Classification toAvro(io.whence.domain.cases.@Nullable Classification explanation) {
        return explanation == null ? null : Symbols.toContract(Classification.class, explanation);
    }

    private static io.whence.domain.cases.@Nullable Classification fromAvro(@Nullable Classification explanation) {
        return explanation == null ? null : Symbols.toDomain(io.whence.domain.cases.Classification.class, explanation);
    }
}
