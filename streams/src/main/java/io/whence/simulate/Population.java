/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.simulate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Draws who there is. */
final class Population {

    private final World world;
    private final SimulationPlan plan;
    private final Dice dice;
    private int number;
    private int clusters;

    Population(World world, SimulationPlan plan) {
        this.world = world;
        this.plan = plan;
        dice = new Dice(plan.seed(), 2);
    }

    /** The organizations, in the order of their ids. */
    List<Member> draw() {
        List<Member> members = new ArrayList<>();
        int evaders = (int) Math.round(plan.organizations() * evaderShare());
        counts(true, evaders).forEach((archetype, count) -> members.addAll(draw(archetype, count)));
        counts(false, plan.organizations() - evaders)
                .forEach((archetype, count) -> members.addAll(draw(archetype, count)));
        members.sort(Comparator.comparing(Member::id));
        return members;
    }

    private double evaderShare() {
        boolean some = Archetype.all(true).stream().anyMatch(plan::has);
        boolean others = Archetype.all(false).stream().anyMatch(plan::has);
        return some ? others ? plan.evaders() : 1 : 0;
    }

    /** How many of each kind; what is left of rounding goes to those that miss most. */
    private Map<Archetype, Integer> counts(boolean evaders, int total) {
        List<Archetype> kinds = Archetype.all(evaders).stream()
                .filter(plan::has)
                .filter(kind -> kind.weight(world.model()) > 0)
                .toList();
        double sum =
                kinds.stream().mapToDouble(kind -> kind.weight(world.model())).sum();
        Map<Archetype, Integer> counts = new EnumMap<>(Archetype.class);
        Map<Archetype, Double> missing = new EnumMap<>(Archetype.class);
        int left = total;
        for (Archetype kind : kinds) {
            double exact = total * kind.weight(world.model()) / sum;
            counts.put(kind, (int) exact);
            missing.put(kind, exact - (int) exact);
            left -= (int) exact;
        }
        missing.entrySet().stream()
                .sorted(Map.Entry.<Archetype, Double>comparingByValue().reversed())
                .limit(left)
                .forEach(entry -> counts.merge(entry.getKey(), 1, Integer::sum));
        return counts;
    }

    private List<Member> draw(Archetype archetype, int count) {
        List<Member> members = new ArrayList<>();
        while (members.size() < count) {
            if (Clusters.holds(archetype)) {
                int size = Clusters.size(archetype, world, count - members.size(), dice);
                List<Draft> drafts = new ArrayList<>();
                for (int i = 0; i < size; i++) {
                    drafts.add(draft(archetype));
                }
                members.addAll(Clusters.draw(drafts, clusters++));
            } else {
                members.add(
                        archetype.evader()
                                ? EvadingOrganizations.draw(draft(archetype), archetype)
                                : CleanOrganizations.draw(draft(archetype), archetype));
            }
        }
        return members;
    }

    private Draft draft(Archetype archetype) {
        return new Draft(world, archetype, number++);
    }
}
