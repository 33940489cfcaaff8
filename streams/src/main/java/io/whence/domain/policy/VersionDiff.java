/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.domain.policy;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What changes with one version.
 *
 * @param version its number
 * @param kind whether both sides have it
 * @param comparedWith number of the version on the other side that it is compared with: of the same number when both
 *     sides have it, else of the one that is in force there when it takes effect; empty when the other side has no
 *     policy, and supports every region
 * @param regions the regions whose standing changes, in the order of their codes
 * @param fields the values that change, in the order of a policy file
 */
public record VersionDiff(
        int version, Kind kind, Optional<Integer> comparedWith, List<RegionChange> regions, List<FieldChange> fields) {

    /** Which sides have the version. */
    public enum Kind {
        /** Only the new side. */
        ADDED,
        /** Only the old side. */
        REMOVED,
        /** Both, with different contents. */
        CHANGED
    }

    public VersionDiff {
        regions = List.copyOf(regions);
        fields = List.copyOf(fields);
    }

    /** Whether somebody may be worse off by it. */
    public boolean widensEnforcement() {
        return Stream.concat(
                        regions.stream().map(RegionChange::effect),
                        fields.stream().map(FieldChange::effect))
                .anyMatch(Effect::widens);
    }
}
