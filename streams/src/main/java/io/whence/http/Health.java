/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.http;

import java.util.List;

/**
 * When the application is alive, and when it is ready to answer.
 *
 * @param alive what only a restart would mend when it does not hold
 * @param ready what comes and goes by itself
 */
public record Health(List<HealthCheck> alive, List<HealthCheck> ready) {

    public Health {
        alive = List.copyOf(alive);
        ready = List.copyOf(ready);
    }
}
