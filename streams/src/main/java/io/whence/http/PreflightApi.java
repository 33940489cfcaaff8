/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.http;

import io.javalin.http.Context;
import io.whence.domain.access.ClientAddress;
import io.whence.domain.access.Products;
import io.whence.domain.access.TrustedProxies;
import io.whence.domain.cases.JudgedTally;
import io.whence.domain.origin.Origin;
import io.whence.domain.policy.Policies;
import io.whence.domain.tally.DayTally;
import io.whence.domain.tally.Provenance;
import io.whence.domain.tally.Tally;
import io.whence.gateway.Gate;
import io.whence.http.view.PreflightView;
import io.whence.query.WhenceQueries;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whether an address is in a supported region, today and on another day, as requests from it would be judged. */
final class PreflightApi {

    private static final TrustedProxies NO_PROXIES = new TrustedProxies(List.of(), 0);

    private final WhenceQueries queries;
    private final Gate gate;

    PreflightApi(WhenceQueries queries, Gate gate) {
        this.queries = queries;
        this.gate = gate;
    }

    void ask(Context asked) {
        Parameters parameters = new Parameters(asked);
        ClientAddress address = address(parameters.text("address"));
        LocalDate today = LocalDate.ofInstant(gate.clock().instant(), ZoneOffset.UTC);
        LocalDate day = parameters.day("at", today);
        Origin origin = gate.locator().originOf(address);
        Policies policies = new Policies(queries.policies());
        Answers.json(
                asked,
                new PreflightView(
                        String.valueOf(address.address()),
                        PreflightView.Place.of(origin),
                        PreflightView.Day.of(judge(origin, today, policies), policies),
                        PreflightView.Day.of(judge(origin, day, policies), policies),
                        gate.locator().demo()));
    }

    private static ClientAddress address(@Nullable String text) {
        ClientAddress client = NO_PROXIES.client(text == null ? "" : text, null);
        if (client.address() == null) {
            throw new ParameterException("address", "Give address as an IPv4 or IPv6 address such as 1.119.192.1.");
        }
        return client;
    }

    private static JudgedTally judge(Origin origin, LocalDate day, Policies policies) {
        Provenance provenance = Provenance.of(origin, policies.trackedCountries(), Products.ALL);
        return JudgedTally.judge("", new DayTally(day, provenance, new Tally()), policies);
    }
}
