/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.whence.config.ConfigLoader;
import io.whence.config.WhenceConfig;
import io.whence.domain.access.AccessEvent;
import io.whence.domain.cases.Organization;
import io.whence.geo.GeoDatabases;
import io.whence.geo.GeoSourceException;
import io.whence.geo.GeoSources;
import io.whence.geo.MaxMindLocator;
import io.whence.wire.Contracts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a backtest says should come out.
 *
 * @param notices notices as JSON, in the order of time
 * @param traffic requests by {@code organization_id,region,day}
 */
record Expected(List<String> notices, Map<String, Long> traffic) {

    static Expected of(
            Collection<AccessEvent> events, Collection<Organization> organizations, Map<String, String> set) {
        WhenceConfig config = new ConfigLoader().options(set).load();
        BacktestFiles results = new BacktestFiles();
        try (Backtest backtest = new Backtest(
                new MaxMindLocator(GeoDatabases.open(GeoSources.bundled())),
                Settings.proxies(config),
                Settings.tallyRules(config),
                config.pseudonymKey(),
                Instant.parse("2026-01-01T00:00:00Z"))) {
            backtest.policy(Scenario.openAiApi());
            organizations.forEach(backtest::organization);
            events.forEach(backtest::accept);
            backtest.finish();
            results.add(backtest.drain());
        } catch (GeoSourceException | IOException broken) {
            throw new IllegalStateException(broken);
        }
        return new Expected(
                results.notices().stream()
                        .map(Contracts.NOTICE::toJson)
                        .sorted()
                        .toList(),
                results.traffic());
    }

    /** Adds up closed tallies, each a line of JSON, as the files do. */
    static Map<String, Long> sum(List<String> tallies) {
        ObjectMapper mapper = new ObjectMapper();
        Map<String, Long> sums = new TreeMap<>();
        for (String tally : tallies) {
            try {
                JsonNode fields = mapper.readTree(tally);
                String place = fields.get("organization_id").asText()
                        + ','
                        + fields.get("region").asText()
                        + ','
                        + fields.get("day").asText();
                sums.merge(place, fields.get("requests").asLong(), Long::sum);
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
        return sums;
    }
}
