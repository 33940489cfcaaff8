/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.wire;

import io.whence.contracts.PolicyMode;
import io.whence.contracts.PolicyThresholds;
import io.whence.contracts.PolicyVersion;
import io.whence.contracts.RegionPolicy;
import io.whence.domain.origin.Region;
import io.whence.domain.policy.PolicyCompiler;
import io.whence.domain.policy.PolicyDocument;
import io.whence.domain.policy.Standing;
import io.whence.domain.policy.Territories;
import io.whence.domain.policy.Thresholds;
import io.whence.domain.policy.Visits;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Policies on the wire and in the domain. We write every country out, so that a policy means the same to a reader with
 * another table of territories; what others write is compiled like a file.
 */
final class RegionPolicies {
    private RegionPolicies() {}

    static RegionPolicy toAvro(io.whence.domain.policy.RegionPolicy policy) {
        return RegionPolicy.newBuilder()
                .setPolicyId(policy.id())
                .setVersions(
                        policy.versions().stream().map(RegionPolicies::toAvro).toList())
                .build();
    }

    /**
     * Compiles the policy.
     *
     * @throws IllegalArgumentException when it is not in order; lists every problem
     */
    static io.whence.domain.policy.RegionPolicy fromAvro(RegionPolicy policy) {
        return PolicyCompiler.compile(document(policy)).orThrow();
    }

    /** The policy as it would stand in a file. */
    static PolicyDocument document(RegionPolicy policy) {
        return new PolicyDocument(
                policy.getPolicyId(),
                policy.getVersions().stream().map(RegionPolicies::document).toList());
    }

    private static PolicyVersion toAvro(io.whence.domain.policy.PolicyVersion version) {
        var rules = version.rules();
        var enforcement = version.enforcement();
        return PolicyVersion.newBuilder()
                .setVersion(version.version())
                .setTitle(version.title())
                .setSource(version.source())
                .setSourceDate(version.sourceDate())
                .setAnnouncedAt(version.announcedAt())
                .setEffectiveAt(version.effectiveAt())
                .setMode(Symbols.toContract(PolicyMode.class, version.mode()))
                .setGraceSeconds(enforcement.grace().toSeconds())
                .setDefaultStanding(io.whence.contracts.Standing.UNSUPPORTED)
                .setSupported(supported(rules.countries(), rules.exceptions()))
                .setExcept(codes(rules.exceptions(), Standing.UNSUPPORTED))
                .setInherit(false)
                .setThresholds(toAvro(version.thresholds()))
                .setApprovals(enforcement.approvals())
                .setReminderSeconds(enforcement.reminder().toSeconds())
                .setCleanPeriodSeconds(enforcement.cleanPeriod().toSeconds())
                .setProbationSeconds(enforcement.probation().toSeconds())
                .setDatabaseAgeSeconds(enforcement.databaseAge().toSeconds())
                .setVisitsRefused(enforcement.visits() == Visits.REFUSED)
                .setProducts(List.copyOf(version.products()))
                .setApprovedBy(version.approvedBy())
                .build();
    }

    private static List<String> supported(Map<Region, Standing> countries, Map<Region, Standing> exceptions) {
        var supported = new java.util.ArrayList<>(codes(countries, Standing.SUPPORTED));
        supported.addAll(codes(exceptions, Standing.SUPPORTED));
        return supported;
    }

    private static List<String> codes(Map<Region, Standing> standings, Standing wanted) {
        return standings.entrySet().stream()
                .filter(entry -> entry.getValue() == wanted)
                .map(entry -> entry.getKey().code())
                .sorted()
                .toList();
    }

    private static PolicyThresholds toAvro(Thresholds thresholds) {
        return PolicyThresholds.newBuilder()
                .setRequests(thresholds.requests())
                .setDays(thresholds.days())
                .setShare(thresholds.share())
                .setRequestsRegardlessOfShare(thresholds.requestsRegardlessOfShare())
                .setProbability(thresholds.probability())
                .setWindowDays(thresholds.windowDays())
                .build();
    }

    private static PolicyDocument.Version document(PolicyVersion version) {
        return new PolicyDocument.Version(
                Integer.toString(version.getVersion()),
                version.getTitle(),
                version.getSource(),
                version.getSourceDate().toString(),
                version.getAnnouncedAt().toString(),
                version.getEffectiveAt().toString(),
                word(version.getMode()),
                enforcement(version),
                word(version.getDefaultStanding()),
                version.getSupported(),
                version.getUnsupported(),
                version.getExcept(),
                Boolean.toString(version.getInherit()),
                inheritExcept(version),
                document(version.getThresholds()),
                version.getProducts(),
                version.getApprovedBy());
    }

    /** On the wire nothing is forgotten: where nobody inherits, who is not named is judged by the default. */
    private static List<String> inheritExcept(PolicyVersion version) {
        return version.getInherit()
                ? version.getInheritExcept()
                : Territories.sovereigns().keySet().stream()
                        .map(Region::code)
                        .filter(code -> !version.getSupported().contains(code)
                                && !version.getUnsupported().contains(code))
                        .sorted()
                        .toList();
    }

    private static PolicyDocument.Enforcement enforcement(PolicyVersion version) {
        return new PolicyDocument.Enforcement(
                duration(version.getGraceSeconds()),
                Integer.toString(version.getApprovals()),
                duration(version.getReminderSeconds()),
                duration(version.getCleanPeriodSeconds()),
                duration(version.getProbationSeconds()),
                duration(version.getDatabaseAgeSeconds()),
                word(version.getVisitsRefused() ? Visits.REFUSED : Visits.SERVED));
    }

    private static String duration(long seconds) {
        return Duration.ofSeconds(seconds).toString();
    }

    private static Map<String, String> document(PolicyThresholds thresholds) {
        var written = new LinkedHashMap<String, String>();
        put(written, "requests", thresholds.getRequests());
        put(written, "days", thresholds.getDays());
        put(written, "share", thresholds.getShare());
        put(written, "requests_regardless_of_share", thresholds.getRequestsRegardlessOfShare());
        put(written, "probability", thresholds.getProbability());
        put(written, "window_days", thresholds.getWindowDays());
        return written;
    }

    private static void put(Map<String, String> written, String name, @Nullable Number value) {
        if (value != null) {
            written.put(name, value.toString());
        }
    }

    private static String word(Enum<?> symbol) {
        return symbol.name().toLowerCase(Locale.ROOT);
    }
}
