/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.http.view;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How an instance is.
 *
 * @param ready whether it can answer now
 * @param checks what that depends on
 * @param lagRecords records that wait for this instance, of all topics
 * @param lag the same by topic and partition
 * @param decisions what gateways are told
 */
public record StatusView(
        boolean ready, List<CheckView> checks, long lagRecords, List<LagView> lag, GatewaysView decisions) {

    /**
     * One check.
     *
     * @param check its name
     * @param ok whether it holds
     * @param reason why not, or null
     */
    public record CheckView(
            String check, boolean ok, @Nullable String reason) {}

    /**
     * What waits of one partition.
     *
     * @param topic the topic
     * @param partition its number
     * @param records how many records wait
     */
    public record LagView(String topic, int partition, long records) {}

    /**
     * What gateways are told.
     *
     * @param version of all orders and controls
     * @param orders orders that refuse something, in shadow or not
     * @param controls controls of officers that hold gateways back
     * @param suspendedSignals signals and regions that may not support enforcement now, such as
     *     {@code DIRECT_EGRESS/HK}
     * @param propagationMillis from the receipt of what brought the latest order about until it was told here; null
     *     before there was one
     */
    public record GatewaysView(
            String version,
            int orders,
            int controls,
            List<String> suspendedSignals,
            @Nullable Long propagationMillis) {
        public GatewaysView {
            suspendedSignals = List.copyOf(suspendedSignals);
        }
    }
}
