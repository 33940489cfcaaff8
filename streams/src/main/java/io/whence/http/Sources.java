/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.http;

import io.whence.gateway.Gate;
import io.whence.news.NewsBoard;
import io.whence.query.NotReadyException;
import io.whence.query.WhenceQueries;
import io.whence.query.instances.InstanceRows;

/**
 * What the API answers from.
 *
 * @param queries the state of all instances
 * @param own what this instance counts
 * @param gate the orders to gateways
 * @param desk takes officers' actions
 * @param rows answers other instances
 * @param news what has just happened anywhere
 */
public record Sources(
        WhenceQueries queries, WhenceQueries own, Gate gate, ActionDesk desk, InstanceRows rows, NewsBoard news) {

    /** What the API of the only instance answers from. */
    public Sources(WhenceQueries queries, Gate gate, ActionDesk desk, NewsBoard news) {
        this(
                queries,
                queries,
                gate,
                desk,
                asked -> {
                    throw new NotReadyException("there is only one instance");
                },
                news);
    }
}
