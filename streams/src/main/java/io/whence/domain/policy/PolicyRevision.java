/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.domain.policy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A new state of a policy that somebody wants to put in the place of the published one.
 *
 * <p>The history of a policy only grows: what has taken effect stays as it was, or past days would be judged otherwise
 * than they were. A version that has not taken effect yet may still change, though not into the past. Whatever widens
 * enforcement needs {@value #SIGN_OFFS} different people.
 *
 * @param published the state that is published; null when there is none
 * @param candidate the new state, with who signed off its new and changed versions
 * @param at when it is to be published
 */
public record PolicyRevision(@Nullable RegionPolicy published, RegionPolicy candidate, Instant at) {

    /** Four eyes. */
    public static final int SIGN_OFFS = 2;

    /**
     * Prepares a revision. A version that is published and differs in nothing but who signed it off stays as it is;
     * every other one is signed off by whom it names and by these people.
     */
    public static PolicyRevision prepare(
            @Nullable RegionPolicy published, RegionPolicy written, List<String> approvers, Instant at) {
        var versions = written.versions().stream()
                .map(version -> find(published, version.version())
                        .filter(known -> sameButSignOffs(known, version))
                        .orElseGet(() -> signedOff(version, approvers)))
                .toList();
        return new PolicyRevision(published, new RegionPolicy(written.id(), versions), at);
    }

    /** What changes. */
    public PolicyDiff diff() {
        return PolicyDiff.between(published, candidate);
    }

    /** Everything that stands in the way, each in a sentence that says what to do; empty when it may be published. */
    public List<String> objections() {
        var objections = new ArrayList<String>();
        for (var change : diff().versions()) {
            switch (change.kind()) {
                case REMOVED ->
                    objections.add("version " + change.version()
                            + " is published and missing here: the history of a policy only grows; write it back");
                case CHANGED -> objectToChange(change, objections);
                case ADDED -> objectToPast(change, objections);
            }
            objectToFewSignOffs(change, objections);
        }
        return List.copyOf(objections);
    }

    private void objectToChange(VersionDiff change, List<String> objections) {
        var known = find(published, change.version()).orElseThrow();
        if (known.effectiveAt().isAfter(at)) {
            objectToPast(change, objections);
            return;
        }
        for (var detail : details(change)) {
            objections.add("version " + change.version() + " took effect at " + known.effectiveAt()
                    + " and cannot change: " + detail + "; add a version with a later date instead");
        }
    }

    private void objectToPast(VersionDiff change, List<String> objections) {
        var effectiveAt = find(candidate, change.version()).orElseThrow().effectiveAt();
        if (published != null && !effectiveAt.isAfter(at)) {
            objections.add("version " + change.version() + " would take effect at " + effectiveAt
                    + ", in the past: 'effective' must be later than " + at
                    + ", or days that were judged already would be judged anew");
        }
    }

    private void objectToFewSignOffs(VersionDiff change, List<String> objections) {
        var people =
                find(candidate, change.version()).map(PolicyVersion::approvedBy).orElse(List.of());
        if (change.widensEnforcement() && change.kind() != VersionDiff.Kind.REMOVED && people.size() < SIGN_OFFS) {
            objections.add("version " + change.version() + " widens enforcement and is signed off by "
                    + (people.isEmpty() ? "nobody" : "nobody but " + people.get(0))
                    + ": two different people are needed");
        }
    }

    private static Stream<String> regions(VersionDiff change) {
        return change.regions().stream()
                .map(region ->
                        "'" + region.region() + "' from " + word(region.before()) + " to " + word(region.after()));
    }

    private static List<String> details(VersionDiff change) {
        var fields = change.fields().stream()
                .map(field -> "'" + field.field() + "' from '" + field.before() + "' to '" + field.after() + "'");
        return Stream.concat(fields, regions(change)).toList();
    }

    private static String word(Standing standing) {
        return NamedRegions.word(standing);
    }

    private static Optional<PolicyVersion> find(@Nullable RegionPolicy policy, int number) {
        return policy == null
                ? Optional.empty()
                : policy.versions().stream()
                        .filter(version -> version.version() == number)
                        .findFirst();
    }

    /** Who signs off a version that is published already adds nothing to it; a name that is new would. */
    private static boolean sameButSignOffs(PolicyVersion known, PolicyVersion written) {
        var together = Stream.concat(known.approvedBy().stream(), written.approvedBy().stream())
                .toList();
        return known.equals(written.signedOffBy(known.approvedBy()))
                && SignOffs.distinct(together).size() == known.approvedBy().size();
    }

    private static PolicyVersion signedOff(PolicyVersion version, List<String> approvers) {
        var people =
                Stream.concat(version.approvedBy().stream(), approvers.stream()).toList();
        return version.signedOffBy(SignOffs.distinct(people));
    }
}
