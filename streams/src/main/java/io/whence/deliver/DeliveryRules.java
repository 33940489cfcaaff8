/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.deliver;

import java.time.Duration;

/**
 * How notices are delivered.
 *
 * @param attempts attempts until a delivery is given up, at least 1
 * @param interval least time between the beginnings of two attempts to one destination
 * @param threads attempts at a time, at least 1
 * @param backlog deliveries held in memory before no more notices are read, at least 1
 * @param oldest notices issued longer ago are not sent any more
 * @param backoff how long to wait between attempts
 */
public record DeliveryRules(
        int attempts, Duration interval, int threads, int backlog, Duration oldest, Backoff backoff) {}
