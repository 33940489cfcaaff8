/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.domain.cases;

import io.whence.domain.cases.PolicyImpact.Affected;
import io.whence.domain.cases.PolicyImpact.Difference;
import io.whence.domain.cases.PolicyImpact.Group;
import io.whence.domain.origin.Region;
import io.whence.domain.policy.PolicyMode;
import io.whence.domain.policy.PolicyVersion;
import io.whence.domain.policy.RegionPolicy;
import io.whence.domain.policy.Standing;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What would become of an organization if the newest version of a policy took effect at a given time.
 *
 * <p>The traffic of the window up to the organization's last closed day is judged twice: by the policy as it is, and as
 * if that version alone had been in force all along, which is what the days after it took effect would come to if the
 * traffic stayed as it is.
 *
 * @param current the policy as it is; null when there is none of its id
 * @param candidate the policy whose newest version is asked about
 * @param at when it would take effect, at 00:00 UTC
 */
public record ImpactQuestion(@Nullable RegionPolicy current, RegionPolicy candidate, Instant at) {

    /** Later than any event. */
    private static final Instant NEVER = Instant.parse("9999-01-01T00:00:00Z");

    /** States in which a warning or an order stands. */
    private static final Set<String> HELD = Set.of("NOTICED", "ENFORCED", "APPEALED");

    /** States in which visits are no more than visits. */
    private static final Set<String> UNTOLD = Set.of("CLEAR", "OBSERVED", "LIFTED");

    /**
     * What is known of one organization.
     *
     * @param organizationId the organization
     * @param state name of the state of its case under the policy as it is
     * @param warnedAt when it was first warned in this case; null when it was not
     * @param before its window under the policy as it is; null when there is none
     * @param after the same window under {@link #hypothetical()}
     */
    public record Known(
            String organizationId,
            String state,
            @Nullable Instant warnedAt,
            @Nullable Assessment before,
            Assessment after) {

        private boolean warned(@Nullable Assessment assessment) {
            return !regions(assessment, NoticeKind.WARNING).isEmpty();
        }

        private boolean newly(NoticeKind kind) {
            Set<Region> told = regions(before, NoticeKind.WARNING);
            if (kind == NoticeKind.ADVISORY) {
                told.addAll(regions(before, kind));
            }
            return !told.containsAll(regions(after, kind));
        }
    }

    /**
     * The policy as it is with the version besides, never announced and never in force: nobody is judged by it, but
     * traffic is counted in the detail it will need.
     */
    public RegionPolicy observing() {
        List<PolicyVersion> versions = new ArrayList<>(current == null ? List.of() : current.versions());
        int number = versions.isEmpty() ? 1 : versions.get(versions.size() - 1).version() + 1;
        versions.add(version().takingEffect(number, NEVER, NEVER));
        return new RegionPolicy(candidate.id(), versions);
    }

    /** The version alone, announced and in force at the given time. */
    public RegionPolicy hypothetical() {
        PolicyVersion version = version();
        Instant announcedAt = version.announcedAt().isBefore(at) ? version.announcedAt() : at;
        return new RegionPolicy(candidate.id(), List.of(version.takingEffect(version.version(), announcedAt, at)));
    }

    /** How many UTC days either of the two judgements may look at. */
    public int windowDays() {
        Stream<PolicyVersion> versions = current == null ? Stream.of() : current.versions().stream();
        return Stream.concat(versions, Stream.of(version()))
                .mapToInt(version -> version.thresholds().windowDays())
                .max()
                .orElseThrow();
    }

    /** The version that is asked about. */
    public PolicyVersion version() {
        return candidate.versions().get(candidate.versions().size() - 1);
    }

    /** What would become of an organization; empty when it would stand as it does. */
    public Optional<Affected> answer(Known known) {
        return group(known).map(group -> new Affected(known.organizationId(), group, differences(known, group)));
    }

    private Optional<Group> group(Known known) {
        if (known.warned(known.after())) {
            if (enforcedAt(known) && !enforcedAnyway(known)) {
                return Optional.of(Group.ENFORCED);
            }
            if (known.newly(NoticeKind.WARNING)) {
                return Optional.of(Group.WARNED);
            }
        } else if (HELD.contains(known.state()) || known.warned(known.before())) {
            return Optional.of(Group.LIFTED);
        }
        return known.newly(NoticeKind.ADVISORY) ? Optional.of(Group.ADVISED) : visits(known);
    }

    private Optional<Group> visits(Known known) {
        Set<Region> now = visitsRefused(known, known.before());
        Set<Region> then = visitsRefused(known, known.after());
        if (now.containsAll(then)) {
            return then.isEmpty() && !now.isEmpty() ? Optional.of(Group.LIFTED) : Optional.empty();
        }
        return Optional.of(Group.VISITS_REFUSED);
    }

    private Set<Region> visitsRefused(Known known, @Nullable Assessment assessment) {
        if (assessment == null || known.warned(assessment) || !UNTOLD.contains(known.state())) {
            return Set.of();
        }
        return VisitOrders.refusedBy(assessment.policy(), assessment, at);
    }

    private boolean enforcedAt(Known known) {
        PolicyVersion version = version();
        return version.mode() == PolicyMode.LIVE
                && !graceEnd(version, known, known.after()).isAfter(at);
    }

    /** Whether it is enforced against now, or would be by then under the policy as it is. */
    private boolean enforcedAnyway(Known known) {
        Assessment before = known.before();
        if (known.state().equals("ENFORCED")) {
            return true;
        }
        return before != null
                && known.warned(before)
                && before.policy().mode() == PolicyMode.LIVE
                && !before.policy().effectiveAt().isAfter(at)
                && !graceEnd(before.policy(), known, before).isAfter(at);
    }

    /** Who was not warned yet is warned when the window was assessed, or else when the version is announced. */
    private Instant graceEnd(PolicyVersion version, Known known, Assessment assessment) {
        Instant warnedAt = known.warnedAt();
        if (warnedAt == null) {
            Instant announcedAt = version.announcedAt();
            warnedAt = announcedAt.isAfter(assessment.at()) ? announcedAt : assessment.at();
        }
        return warnedAt.plus(version.grace());
    }

    private List<Difference> differences(Known known, Group group) {
        Assessment from = group == Group.LIFTED && known.before() != null ? known.before() : known.after();
        Set<Region> named = from.causes().stream().map(Cause::region).collect(Collectors.toCollection(HashSet::new));
        if (group == Group.VISITS_REFUSED || group == Group.LIFTED) {
            named.addAll(visitsRefused(known, from));
        }
        return from.regions().stream()
                .filter(traffic -> traffic.standing() == Standing.UNSUPPORTED && named.contains(traffic.region()))
                .map(this::difference)
                .toList();
    }

    private Difference difference(RegionTraffic traffic) {
        return new Difference(
                traffic.region(),
                current == null
                        ? Standing.SUPPORTED
                        : current.versionInForce(at).standingOf(traffic.region()),
                version().standingOf(traffic.region()),
                traffic.requests(),
                traffic.days(),
                traffic.share());
    }

    private static Set<Region> regions(@Nullable Assessment assessment, NoticeKind kind) {
        return assessment == null
                ? new HashSet<>()
                : assessment.causes().stream()
                        .filter(cause -> cause.kind() == kind)
                        .map(Cause::region)
                        .collect(Collectors.toCollection(HashSet::new));
    }
}
