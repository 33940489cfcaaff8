/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.wire;

import io.whence.contracts.KeyRequests;
import io.whence.contracts.NetworkRequests;
import io.whence.contracts.NetworkType;
import io.whence.contracts.PolicyStanding;
import io.whence.contracts.Standing;
import io.whence.domain.cases.JudgedTally;
import io.whence.domain.origin.Agreement;
import io.whence.domain.tally.Tally;
import java.util.List;

/** Closed tallies as they are told to others. */
final class RegionalTraffic {
    private RegionalTraffic() {}

    static io.whence.contracts.RegionalTraffic toAvro(JudgedTally judged) {
        var provenance = judged.tally().provenance();
        var tally = judged.tally().tally();
        var type = Symbols.toContract(NetworkType.class, provenance.networkType());
        return io.whence.contracts.RegionalTraffic.newBuilder()
                .setOrganizationId(judged.organizationId())
                .setRegion(provenance.region().code())
                .setDay(judged.tally().day())
                .setNetworkType(type)
                .setDisputed(provenance.agreement() == Agreement.DISPUTED)
                .setRequests(tally.requests())
                .setRefused(tally.refused())
                .setAddresses(tally.addresses().distinct())
                .setFirstSeen(tally.firstSeen())
                .setLastSeen(tally.lastSeen())
                .setKeys(keys(tally))
                .setNetworks(networks(tally, type))
                .setProduct(provenance.product())
                .setStandings(
                        judged.standings().stream().map(RegionalTraffic::toAvro).toList())
                .build();
    }

    private static List<KeyRequests> keys(Tally tally) {
        return tally.keys().mostFrequentFirst().stream()
                .map(key -> new KeyRequests(key.item(), key.count()))
                .toList();
    }

    private static List<NetworkRequests> networks(Tally tally, NetworkType type) {
        return tally.networks().mostFrequentFirst().stream()
                .map(network -> NetworkRequests.newBuilder()
                        .setPrefix(network.item().prefix())
                        .setAsn(
                                network.item().asn() == 0
                                        ? null
                                        : network.item().asn())
                        .setName(network.item().name())
                        .setType(type)
                        .setRequests(network.count())
                        .build())
                .toList();
    }

    private static PolicyStanding toAvro(JudgedTally.PolicyStanding standing) {
        return new PolicyStanding(
                standing.policyId(), standing.policyVersion(), Symbols.toContract(Standing.class, standing.standing()));
    }
}
