/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.geo;

import io.whence.domain.origin.NetworkType;
import io.whence.domain.origin.Origin;
import io.whence.domain.origin.Region;
import io.whence.domain.origin.Unlocated;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The origin that follows from the answers of all sources.
 *
 * @param answers what the sources say
 * @param region where the primary database places the address, or null
 * @param claims what is claimed about the network, the claim that decides first
 */
record Judgement(Answers answers, @Nullable Region region, List<NetworkClaim> claims) {

    private static final Region CHINA = new Region("CN");

    static Judgement of(Answers answers, GeoDatabases databases) {
        var claims = new ArrayList<NetworkClaim>();
        for (var claim : Claims.of(answers, databases)) {
            claims.add(isChineseCloud(claim, answers.place()) ? claim.as(NetworkType.HOSTING) : claim);
        }
        claims.sort(NetworkClaim.BY_STRENGTH);
        return new Judgement(answers, Places.region(answers.place()), claims);
    }

    Origin origin() {
        var decisive = decisive();
        return new Origin(
                region == null ? Region.UNKNOWN : region,
                region == null ? Unlocated.NOT_IN_DATABASE : Unlocated.LOCATED,
                decisive == null ? NetworkType.UNKNOWN : decisive.type(),
                decisive == null ? null : decisive.name(),
                answers.autonomousSystem(),
                region == null ? null : Places.accuracyRadius(answers.place()),
                Places.registeredCountry(answers.place()),
                secondCountry(),
                region == null ? null : Places.spot(answers.place()));
    }

    /** The claim that decides the type of network, or null when nobody claims anything. */
    @Nullable NetworkClaim decisive() {
        return claims.isEmpty() || claims.get(0).type() == NetworkType.UNKNOWN ? null : claims.get(0);
    }

    /**
     * The country of the second database; where it is silent, of a list whose publisher says where its networks are.
     */
    @Nullable Region secondCountry() {
        var second = Places.country(answers.second());
        return second != null
                ? second
                : claims.stream()
                        .map(NetworkClaim::country)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null);
    }

    /**
     * Lists of VPN operators by number hold Chinese clouds (AS45090, Tencent). Outside China their networks may be a
     * way out; inside it they are a place to compute, and the location stands.
     */
    private static boolean isChineseCloud(NetworkClaim claim, Records.@Nullable Place place) {
        var registered = Places.registeredCountry(place);
        return claim.type() == NetworkType.VPN
                && claim.basis() == NetworkClaim.Basis.OPERATOR
                && CHINA.equals(Places.country(place))
                && (registered == null || registered.equals(CHINA));
    }
}
