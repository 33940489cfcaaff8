/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.domain.policy;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A policy as a person wrote it: words and lists, nothing checked yet.
 *
 * @param id the key of the policy, or null when not written
 * @param versions the versions, oldest first
 */
public record PolicyDocument(@Nullable String id, List<Version> versions) {

    public PolicyDocument {
        versions = List.copyOf(versions);
    }

    /**
     * One version as written; null stands for what is not written.
     *
     * @param version number of the version, from 1 upwards
     * @param title what people call it
     * @param source the public text the list restates
     * @param sourceDate the day the source dates from, as {@code 2024-06-25}
     * @param announced the day it was made known, as {@code 2024-06-24T00:00:00Z} or {@code 2024-06-24}
     * @param effective the day it takes effect, written likewise
     * @param mode {@code shadow} or {@code live}; shadow when not written
     * @param enforcement how a violation is followed up
     * @param defaultStanding {@code supported} or {@code unsupported}: the standing of what is not named
     * @param supported countries, territories and subdivisions that are supported
     * @param unsupported countries, territories and subdivisions that are not
     * @param except subdivisions that are not supported although their country is
     * @param inherit {@code true} or {@code false}: whether territories follow their sovereign; true when not written,
     *     and when false each of a named country must be named, or excepted from following
     * @param inheritExcept territories that do not follow their sovereign but the default
     * @param thresholds the thresholds that differ from the defaults, by name
     * @param products names of the products it applies to; empty for all
     * @param approvedBy who signed it off
     */
    public record Version(
            @Nullable String version,
            @Nullable String title,
            @Nullable String source,
            @Nullable String sourceDate,
            @Nullable String announced,
            @Nullable String effective,
            @Nullable String mode,
            Enforcement enforcement,
            @Nullable String defaultStanding,
            List<String> supported,
            List<String> unsupported,
            List<String> except,
            @Nullable String inherit,
            List<String> inheritExcept,
            Map<String, String> thresholds,
            List<String> products,
            List<String> approvedBy) {

        public Version {
            supported = List.copyOf(supported);
            unsupported = List.copyOf(unsupported);
            except = List.copyOf(except);
            inheritExcept = List.copyOf(inheritExcept);
            products = List.copyOf(products);
            approvedBy = List.copyOf(approvedBy);
            thresholds = Collections.unmodifiableMap(new LinkedHashMap<>(thresholds));
        }
    }

    /**
     * How a violation is followed up, as written; null stands for what is not written.
     *
     * @param grace time between notice and enforcement, as {@code P15D}
     * @param approvals how many officers must approve an enforcement
     * @param reminder how long before its enforcement a notice is followed by a reminder, as {@code P3D}
     * @param cleanPeriod time without violation until a notice or an order is lifted, as {@code P14D}
     * @param probation how long after a lift a new violation gets a short grace, as {@code P30D}
     * @param databaseAge how old the location database may be for anything to be enforced on it, as {@code P90D}
     * @param visits {@code served} or {@code refused}: what becomes of visits
     */
    public record Enforcement(
            @Nullable String grace,
            @Nullable String approvals,
            @Nullable String reminder,
            @Nullable String cleanPeriod,
            @Nullable String probation,
            @Nullable String databaseAge,
            @Nullable String visits) {

        /** Only the grace is written. */
        public static Enforcement ofGrace(@Nullable String grace) {
            return new Enforcement(grace, null, null, null, null, null, null);
        }
    }
}
