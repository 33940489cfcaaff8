/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.domain.evidence;

import io.whence.domain.origin.Region;
import io.whence.domain.origin.Spot;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Everything that evidence is weighed by, in one version.
 *
 * @param version told with every assessment
 * @param prior probability before any evidence, above 0 and below 1
 * @param weights all of {@link Weight}
 * @param families the least and most decibans of each indirect family
 * @param reliability by region code; {@code *} for every other region
 * @param suspects how the users of unsupported regions are spread over them, by region code; no other region's zone and
 *     calendar is compared, for then every zone were suspect
 * @param dayShape shares of 24 local hours
 * @param homes where the operators of clouds are at home, by autonomous system number
 * @param fits decibans towards explanations, by the start of the code of a finding
 * @param facts what is not a weight
 */
public record EvidenceModel(
        String version,
        double prior,
        Map<Weight, Double> weights,
        Map<Family, Bounds> families,
        Map<String, LocationReliability> reliability,
        Map<String, Double> suspects,
        List<Double> dayShape,
        Map<Long, Region> homes,
        Map<String, Map<Explanation, Double>> fits,
        Facts facts) {

    private static final Bounds UNBOUNDED = new Bounds(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

    /** The code of every region that has no row of its own. */
    public static final String OTHER_REGIONS = "*";

    /**
     * The least and the most that a family may weigh, in decibans.
     *
     * @param least not above 0
     * @param most not below 0
     */
    public record Bounds(double least, double most) {}

    /**
     * Facts about the world.
     *
     * @param calendars who works when
     * @param zones time zones by country code, the most populous first
     * @param edges where edges are, by IATA code
     */
    public record Facts(Calendars calendars, Map<String, List<ZoneId>> zones, Map<String, Spot> edges) {
        public Facts {
            zones = Map.copyOf(zones);
            edges = Map.copyOf(edges);
        }
    }

    public EvidenceModel {
        weights = Map.copyOf(weights);
        families = Map.copyOf(families);
        reliability = Map.copyOf(reliability);
        suspects = Map.copyOf(suspects);
        dayShape = List.copyOf(dayShape);
        homes = Map.copyOf(homes);
        fits = Map.copyOf(fits);
        if (!(prior > 0 && prior < 1)) {
            throw new IllegalArgumentException("prior: " + prior + " is not between 0 and 1");
        }
        if (!weights.keySet().equals(Set.of(Weight.values()))) {
            throw new IllegalArgumentException("weights: not every weight is given");
        }
        if (!reliability.containsKey(OTHER_REGIONS)) {
            throw new IllegalArgumentException("reliability: no row for every other region");
        }
    }

    /** The same with another prior. */
    public EvidenceModel withPrior(double other) {
        return new EvidenceModel(
                version, other, weights, families, reliability, suspects, dayShape, homes, fits, facts);
    }

    /** One weight, in its own unit. */
    public double of(Weight weight) {
        return Objects.requireNonNull(weights.get(weight));
    }

    /** The prior as log-odds in decibans. */
    double priorDecibans() {
        return Decibans.ofRatio(prior / (1 - prior));
    }

    Bounds bounds(Family family) {
        return families.getOrDefault(family, UNBOUNDED);
    }

    LocationReliability reliabilityOf(Region region) {
        LocationReliability exact = reliability.get(region.code());
        LocationReliability country =
                exact == null ? reliability.get(region.country().code()) : exact;
        return country == null ? Objects.requireNonNull(reliability.get(OTHER_REGIONS)) : country;
    }

    List<ZoneId> zonesOf(Region region) {
        return facts.zones().getOrDefault(region.country().code(), List.of());
    }

    /** Decibans towards explanations that a finding of this code speaks for. */
    Map<Explanation, Double> fitOf(String code) {
        return fits.entrySet().stream()
                .filter(fit -> code.startsWith(fit.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(Map.of());
    }
}
