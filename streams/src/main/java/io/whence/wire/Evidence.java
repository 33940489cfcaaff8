/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.wire;

import io.whence.contracts.KeyRequests;
import io.whence.contracts.NetworkRequests;
import io.whence.contracts.NetworkType;
import io.whence.contracts.NoticeReason;
import io.whence.domain.cases.KeyUse;
import io.whence.domain.cases.NetworkUse;
import io.whence.domain.evidence.Counterfactual;
import io.whence.domain.evidence.Family;
import io.whence.domain.evidence.Finding;
import io.whence.domain.tally.Egress;

/** The parts that several contracts are made of. */
final class Evidence {
    private Evidence() {}

    static NoticeReason toAvro(Finding finding) {
        return NoticeReason.newBuilder()
                .setCode(finding.code())
                .setFamily(finding.family().name())
                .setWeightDecibans(finding.weightDecibans())
                .setFirstSeen(finding.firstSeen())
                .setLastSeen(finding.lastSeen())
                .setSentence(finding.sentence())
                .build();
    }

    static Finding fromAvro(NoticeReason reason) {
        return new Finding(
                reason.getCode(),
                Symbols.toDomain(Family.class, reason.getFamily()),
                reason.getWeightDecibans(),
                reason.getFirstSeen(),
                reason.getLastSeen(),
                reason.getSentence());
    }

    static io.whence.contracts.Counterfactual toAvro(Counterfactual change) {
        return new io.whence.contracts.Counterfactual(
                change.family().name(), change.sentence(), change.scoreDecibans(), change.probability());
    }

    static KeyRequests toAvro(KeyUse use) {
        return new KeyRequests(use.apiKeyId(), use.requests());
    }

    static KeyUse fromAvro(KeyRequests key) {
        return new KeyUse(key.getApiKeyId(), key.getRequests());
    }

    static NetworkRequests toAvro(NetworkUse use) {
        var egress = use.egress();
        return NetworkRequests.newBuilder()
                .setPrefix(egress.prefix())
                .setAsn(egress.asn() == 0 ? null : egress.asn())
                .setName(egress.name())
                .setType(Symbols.toContract(NetworkType.class, use.type()))
                .setRequests(use.requests())
                .build();
    }

    static NetworkUse fromAvro(NetworkRequests network) {
        var asn = network.getAsn();
        return new NetworkUse(
                new Egress(network.getPrefix(), asn == null ? 0 : asn, network.getName()),
                Symbols.toDomain(io.whence.domain.origin.NetworkType.class, network.getType()),
                network.getRequests());
    }
}
