/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.config;

import static io.whence.config.WhenceConfig.BREAKER_ORGANIZATIONS;
import static io.whence.config.WhenceConfig.BREAKER_SHARE;
import static io.whence.config.WhenceConfig.EVIDENCE_PRIOR;
import static io.whence.config.WhenceConfig.EVIDENCE_WEIGHTS;
import static io.whence.config.WhenceConfig.LEAK_ALLOWANCE;
import static io.whence.config.WhenceConfig.PRECISION_FLOOR;
import static io.whence.config.WhenceConfig.REPLAY_UNTIL;
import static io.whence.config.WhenceConfig.SIGNING_KEY;
import static org.apache.kafka.common.config.ConfigDef.Importance.LOW;
import static org.apache.kafka.common.config.ConfigDef.Importance.MEDIUM;
import static org.apache.kafka.common.config.ConfigDef.Range.atLeast;
import static org.apache.kafka.common.config.ConfigDef.Range.between;
import static org.apache.kafka.common.config.ConfigDef.Type.DOUBLE;
import static org.apache.kafka.common.config.ConfigDef.Type.LONG;
import static org.apache.kafka.common.config.ConfigDef.Type.STRING;

import io.whence.domain.cases.SignalPrecision;
import io.whence.domain.cases.Surge;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigException;

/** The settings of cases and of their proof. */
final class CaseTable {

    private CaseTable() {}

    static void define(ConfigDef all) {
        breaker(all);
        precision(all);
        evidence(all);
        leaks(all);
        proof(all);
    }

    private static void breaker(ConfigDef all) {
        all.define(
                BREAKER_SHARE,
                DOUBLE,
                Surge.Limit.DEFAULT_SHARE,
                between(0, 1),
                MEDIUM,
                "Breaker: when a policy newly warns or enforces against more than this share of the organizations of a partition within an hour of event time, the rest of the partition is parked until an officer releases it.");
        all.define(
                BREAKER_ORGANIZATIONS,
                LONG,
                Surge.Limit.DEFAULT_ORGANIZATIONS,
                atLeast(0),
                MEDIUM,
                "Breaker: so many organizations an hour and partition are let through however large their share; of all partitions together at most this times their number, plus breaker.share of all organizations.");
        all.define(
                REPLAY_UNTIL,
                STRING,
                "",
                LOW,
                "When old logs are replayed: the instant up to which time is taken to have passed for all organizations, such as 2024-07-20T06:00:00Z. Empty for live traffic.");
    }

    private static void precision(ConfigDef all) {
        all.define(
                PRECISION_FLOOR,
                DOUBLE,
                SignalPrecision.DEFAULT_FLOOR,
                between(0, 1),
                MEDIUM,
                "Share of decided appeals that must be confirmed: a signal about a region that is surely below it loses the right to support enforcement by itself, from the next midnight on. 0: only `whence precision --publish` takes it.");
    }

    private static void evidence(ConfigDef all) {
        all.define(
                EVIDENCE_WEIGHTS,
                STRING,
                "",
                MEDIUM,
                "File of weights that evidence is judged by, a changed copy of the bundled evidence-weights.yaml. Without it the bundled one.");
        all.define(
                EVIDENCE_PRIOR,
                STRING,
                "",
                ConfigDef.LambdaValidator.with(CaseTable::requirePrior, () -> "a share above 0 and below 1"),
                MEDIUM,
                "Share of customers taken to operate from an unsupported region before any evidence, above 0 and below 1. Without it that of the weights, 0.01.");
    }

    private static void requirePrior(String name, Object given) {
        String prior = String.valueOf(given);
        try {
            if (!prior.isBlank() && !(Double.parseDouble(prior) > 0 && Double.parseDouble(prior) < 1)) {
                throw new ConfigException(name, given, "must be above 0 and below 1");
            }
        } catch (NumberFormatException wrong) {
            throw new ConfigException(name, given, "must be a number above 0 and below 1");
        }
    }

    private static void leaks(ConfigDef all) {
        all.define(
                LEAK_ALLOWANCE,
                STRING,
                "PT30M",
                Durations.VALID,
                MEDIUM,
                "How long after an order took effect, or a brake was released, a gateway may go on serving before it counts as a leak. The time of a silent organization moves on within one and a half times tally.idle.close.after; add how often your gateways fetch the orders, and how late your logs come in.");
    }

    private static void proof(ConfigDef all) {
        all.define(
                SIGNING_KEY,
                STRING,
                "",
                MEDIUM,
                "File with the Ed25519 private key (PKCS#8, PEM) that the heads of chains of case events are signed with, onto the topic case-heads. Empty: nothing is signed, and nobody can tell whether the end of a chain was cut off. Keep the public key, and the heads, where the log is not.");
    }
}
