/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.quickstart;

import io.whence.domain.cases.Notice;
import io.whence.domain.cases.NoticeKind;
import io.whence.domain.origin.Region;
import io.whence.quickstart.DemoOrganization.Outcome;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;

/**
 * Whether the notices that came tell the story that was played.
 *
 * @param organizations whose story it is; none when nothing is expected
 */
public record StoryCheck(List<DemoOrganization> organizations) {

    public StoryCheck {
        organizations = List.copyOf(organizations);
    }

    /** What is still to come, a phrase each; empty when everything has. */
    public List<String> missing(Collection<Notice> notices) {
        var missing = new ArrayList<String>();
        for (var demo : organizations) {
            var wanted = switch (demo.outcome()) {
                case WARNED -> NoticeKind.WARNING;
                case ADVISED -> NoticeKind.ADVISORY;
                case LEFT_ALONE, UNPROVEN -> null;
            };
            if (wanted != null && notices.stream().noneMatch(told(demo, wanted))) {
                missing.add(wanted + " for " + demo.id() + " about " + demo.region());
            }
        }
        return missing;
    }

    /** What must never have come, a phrase each; empty when nothing did. */
    public List<String> wrong(Collection<Notice> notices) {
        var wrong = new ArrayList<String>();
        for (var notice : notices) {
            organizations.stream()
                    .filter(demo -> demo.id().equals(notice.organizationId()))
                    .filter(demo -> forbids(demo.outcome(), notice.kind()))
                    .forEach(demo -> wrong.add(notice.kind() + " for " + demo.id() + ": " + demo.truth()));
        }
        return wrong;
    }

    private static Predicate<Notice> told(DemoOrganization demo, NoticeKind kind) {
        return notice -> notice.organizationId().equals(demo.id())
                && notice.kind() == kind
                && notice.regions().stream().anyMatch(traffic -> isIn(traffic.region(), demo.region()));
    }

    private static boolean isIn(Region seen, Region told) {
        return seen.equals(told) || seen.country().equals(told);
    }

    private static boolean forbids(Outcome outcome, NoticeKind kind) {
        return switch (outcome) {
            case WARNED -> false;
            case ADVISED, UNPROVEN -> kind == NoticeKind.WARNING;
            case LEFT_ALONE -> true;
        };
    }
}
