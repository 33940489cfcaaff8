/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.query;

import io.whence.domain.cases.Assessment;
import io.whence.domain.cases.KeyUse;
import io.whence.domain.cases.Organization;
import io.whence.domain.cases.RegionTraffic;
import io.whence.domain.origin.Agreement;
import io.whence.domain.origin.DatabaseAge;
import io.whence.domain.origin.Geolocation;
import io.whence.domain.policy.Standing;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Says what is not known about an organization's traffic, one sentence for each thing. */
final class Unknowns {

    private final Set<String> sentences = new LinkedHashSet<>();

    List<String> sentences() {
        return List.copyOf(sentences);
    }

    Unknowns about(List<Assessment> assessments) {
        if (assessments.isEmpty()) {
            say("There is no policy, so nothing has been assessed.");
        } else if (assessments.stream().allMatch(assessment -> assessment.requests() == 0)) {
            say("No day with requests is closed yet, so there is nothing to assess.");
        }
        assessments.forEach(this::about);
        return this;
    }

    /** Speaks of admitted requests on days that are still open. */
    Unknowns openDays(long requests) {
        if (requests > 0) {
            say("%,d requests are of days that are still open; they are assessed when the day closes.", requests);
        }
        return this;
    }

    Unknowns about(Organization organization) {
        if (organization.declaredCountry() == null) {
            say("Nobody has told us in which country the organization says it is.");
        }
        return this;
    }

    Unknowns about(Geolocation geolocation, Instant at) {
        DatabaseAge age = geolocation.ageAt(at);
        if (geolocation.demo()) {
            say("The places come from demo data and say nothing about the world of today.");
        } else if (age == DatabaseAge.HALVED) {
            say("The geolocation database is more than 90 days away from these requests, so its word weighs half.");
        } else if (age == DatabaseAge.FROZEN) {
            say("The geolocation database is more than 180 days away from these requests; nothing may be enforced on"
                    + " it.");
        }
        return this;
    }

    private void about(Assessment assessment) {
        if (assessment.coverage() < 1) {
            say("%.1f %% of the requests of the window could not be located.", 100 * (1 - assessment.coverage()));
        }
        for (RegionTraffic traffic : assessment.regions()) {
            if (traffic.standing() == Standing.INDETERMINATE
                    && !traffic.region().isUnknown()) {
                say(
                        "%,d requests from %s cannot be judged: the network hides its users, the databases disagree,"
                                + " or the place is not known finely enough.",
                        traffic.requests(), traffic.region());
            } else if (traffic.standing() == Standing.UNSUPPORTED) {
                aboutUnsupported(traffic);
            }
        }
    }

    private void aboutUnsupported(RegionTraffic traffic) {
        if (traffic.direct() > 0 && traffic.agreement() == Agreement.UNCHECKED) {
            say("Only one geolocation database speaks for %s; no second one confirms it.", traffic.region());
        }
        long unnamed = traffic.requests()
                - traffic.keys().stream().mapToLong(KeyUse::requests).sum();
        if (unnamed > 0) {
            say(
                    "%,d of the requests from %s carried no API key, or one of too many to name.",
                    unnamed, traffic.region());
        }
    }

    private void say(String sentence, Object... values) {
        sentences.add(String.format(Locale.ROOT, sentence, values));
    }
}
