/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.simulate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A program that asks.
 *
 * @param project the organization's project
 * @param key identifier of the key it uses
 * @param userAgent what it calls itself
 * @param tlsFingerprint JA4 of its TLS library
 */
record Client(String project, String key, String userAgent, String tlsFingerprint) {

    private static final List<Map<String, String>> KINDS = Table.rows("clients.csv");

    /**
     * Some programs.
     *
     * @param kind a kind of {@code clients.csv}
     * @param keys identifiers of the keys they use
     */
    static List<Client> some(String kind, List<String> keys, int count, Dice dice) {
        List<Map<String, String>> fitting = KINDS.stream()
                .filter(row -> Table.text(row, "kind").equals(kind))
                .toList();
        List<Client> clients = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Map<String, String> row = dice.pick(fitting, each -> Table.number(each, "weight"));
            int key = i % keys.size();
            clients.add(new Client(
                    "proj_" + (1 + key / 2),
                    keys.get(key),
                    Table.text(row, "user_agent"),
                    Table.text(row, "tls_fingerprint")));
        }
        return clients;
    }
}
