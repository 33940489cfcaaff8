/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.simulate;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A place where requests are received.
 *
 * @param code IATA code
 * @param point where it is
 * @param serves countries whose traffic mostly lands here
 */
record Edge(String code, Point point, Set<String> serves) {

    /** All edges. */
    static final class Network {

        private static final int NEIGHBOURS = 4;

        private final List<Edge> edges;
        private final Map<Point, List<Edge>> near = new HashMap<>();

        Network(List<Edge> edges) {
            this.edges = List.copyOf(edges);
        }

        /** The edges of {@code edges.csv}. */
        static Network bundled() {
            return new Network(Table.rows("edges.csv").stream().map(Edge::of).toList());
        }

        /** The edge a packet from a point lands on. */
        Edge of(String country, Point from, double nearest, Dice dice) {
            List<Edge> serving =
                    edges.stream().filter(edge -> edge.serves.contains(country)).toList();
            List<Edge> choice = serving.isEmpty() ? near.computeIfAbsent(from, this::neighbours) : serving;
            return dice.chance(nearest) ? choice.get(0) : dice.pick(choice);
        }

        private List<Edge> neighbours(Point from) {
            return edges.stream()
                    .sorted(Comparator.comparingDouble(edge -> edge.point.distanceTo(from)))
                    .limit(NEIGHBOURS)
                    .toList();
        }
    }

    private static Edge of(Map<String, String> row) {
        String serves = Table.text(row, "serves");
        return new Edge(
                Table.text(row, "edge"),
                new Point(Table.number(row, "latitude"), Table.number(row, "longitude")),
                serves.isEmpty() ? Set.of() : Set.of(serves.split(" ", -1)));
    }
}
