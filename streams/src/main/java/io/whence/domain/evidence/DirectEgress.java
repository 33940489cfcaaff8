/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.domain.evidence;

import io.whence.domain.origin.DatabaseAge;
import io.whence.domain.origin.Region;
import java.time.Instant;

/**
 * The evidence of requests that came straight out of networks in an unsupported region.
 *
 * <p>The unit is the day, not the request: requests of one day are fully dependent. A day weighs {@code 10 log10(0.6 /
 * (wrong + 0.003))}: an operation in the region is seen on 60 % of its days; anybody is seen there on a day by an error
 * of the database or, three days in a thousand, by travel. One operator's networks can never weigh more than {@code 10
 * log10(1 / wrong)}, because the database may simply be wrong about them; each further operator adds half of that.
 * Everything is capped by how reliable the databases are about the region.
 *
 * @param model what it is weighed by
 * @param region where the requests came from
 * @param confirmed whether a second database agrees
 * @param days UTC days with at least one admitted request
 * @param operators distinct autonomous systems, at least 1
 * @param firstSeen event time of the first request
 * @param lastSeen event time of the last request
 * @param age how old the database is: after 90 days it weighs half
 */
public record DirectEgress(
        EvidenceModel model,
        Region region,
        boolean confirmed,
        int days,
        int operators,
        Instant firstSeen,
        Instant lastSeen,
        DatabaseAge age) {

    /** What it weighs, in decibans, never negative. */
    public double weight() {
        LocationReliability reliability = model.reliabilityOf(region);
        double wrong = reliability.wrong(confirmed);
        double perDay = Decibans.ofRatio(model.of(Weight.SEEN_IF_THERE) / (wrong + model.of(Weight.SEEN_BY_TRAVEL)));
        double perOperator = Decibans.ofRatio(1 / wrong);
        double believable = perOperator * (1 + (operators - 1) / 2.0);
        return Math.min(cap(), age.weight() * Math.min(believable, perDay * days));
    }

    /** The most this evidence could weigh, however long it lasted. */
    public double cap() {
        return age.weight() * model.reliabilityOf(region).cap(confirmed);
    }

    /**
     * The finding to show, with what it weighs.
     *
     * @param room decibans that its family may still add before it reaches its cap
     */
    public Finding finding(double room) {
        String days = this.days == 1 ? "on 1 day" : "on " + this.days + " days";
        String operators = this.operators == 1 ? "1 network operator" : this.operators + " network operators";
        String sources = confirmed ? "two geolocation databases agree" : "one geolocation database says so";
        String old = age.weight() < 1 ? ", and it is too old to weigh more than half" : "";
        return new Finding(
                "DIRECT_EGRESS_" + region.code().replace('-', '_'),
                Family.DIRECT_EGRESS,
                Decibans.rounded(Math.max(0, Math.min(weight(), room))),
                firstSeen,
                lastSeen,
                "Requests came directly out of " + region + " " + days + ", through " + operators + "; " + sources + old
                        + ".");
    }
}
