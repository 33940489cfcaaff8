/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.gateway;

import io.whence.domain.access.TrustedProxies;
import io.whence.domain.cases.ControlKind;
import io.whence.domain.cases.Refusal;
import io.whence.domain.origin.Origin;
import io.whence.domain.origin.OriginLocator;
import io.whence.domain.origin.Region;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Where a request comes from, found out when it is asked for, and once. */
final class Place {

    private final OriginLocator locator;
    private final @Nullable String address;
    private @Nullable Origin origin;

    Place(OriginLocator locator, @Nullable String address) {
        this.locator = locator;
        this.address = address;
    }

    private Origin origin() {
        Origin known = origin;
        if (known == null) {
            known = locator.originOf(TrustedProxies.none().client(address == null ? "" : address, null));
            origin = known;
        }
        return known;
    }

    /** The region, if it was asked for and is known. */
    @Nullable Region known() {
        return origin == null || origin.region().isUnknown() ? null : origin.region();
    }

    /** Whether the request comes directly from a region, by the rules the stream counts by. */
    boolean isToBeRefusedBy(String region) {
        return Refusal.isFrom(region, origin());
    }

    /** Whether any source places it in a region that is frozen. */
    boolean isFrozen(DecisionTable table, Instant now) {
        Region region = origin().region();
        return table.holds(ControlKind.FREEZE_REGION, region.code(), now)
                || table.holds(ControlKind.FREEZE_REGION, region.country().code(), now);
    }
}
