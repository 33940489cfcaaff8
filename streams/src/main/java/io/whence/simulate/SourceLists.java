/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.simulate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What others say of the addresses in use, right and wrong as often as was measured: a second opinion on the country,
 * in the form of a geofeed, and lists of VPNs, data centres and residential proxies.
 */
final class SourceLists {

    private final World world;
    private final boolean secondOpinion;
    private final Map<String, Exit> prefixes = new TreeMap<>();
    private final Map<String, Exit> homes = new TreeMap<>();

    /**
     * Lists to be filled.
     *
     * @param secondOpinion whether a second opinion is made up; it is not when there is a second database
     */
    SourceLists(World world, boolean secondOpinion) {
        this.world = world;
        this.secondOpinion = secondOpinion;
    }

    void note(Route route) {
        Exit exit = route.exit();
        Exit known = prefixes.putIfAbsent(exit.prefix().network().toString(), exit);
        if (known != null && !known.misplaced() && exit.misplaced()) {
            prefixes.put(exit.prefix().network().toString(), exit);
        }
        if (route.tunnel() == Tunnel.LAYER4 && exit.kind() == NetworkKind.EYEBALL) {
            homes.put(exit.address(), exit);
        }
    }

    /** The lists by file name. */
    Map<String, List<String>> files() {
        Map<String, List<String>> files = new TreeMap<>();
        Model model = world.model();
        files.put("vpn_list.txt", listed(model.number("list.vpn.recall"), 11, NetworkKind.VPN_EXIT));
        files.put(
                "datacenter_list.txt",
                listed(model.number("list.hosting.recall"), 12, NetworkKind.VPN_EXIT, NetworkKind.CLOUD));
        List<String> proxies = new ArrayList<>();
        homes.keySet().stream()
                .filter(address -> chance(address, 13).chance(model.number("list.residential.recall")))
                .forEach(proxies::add);
        files.put("residential_list.txt", proxies);
        if (secondOpinion) {
            files.put("geofeed_second.csv", geofeed());
        }
        files.values().removeIf(List::isEmpty);
        return files;
    }

    private List<String> listed(double recall, int list, NetworkKind... kinds) {
        List<NetworkKind> wanted = List.of(kinds);
        return prefixes.entrySet().stream()
                .filter(entry -> wanted.contains(entry.getValue().kind()))
                .map(Map.Entry::getKey)
                .filter(prefix -> chance(prefix, list).chance(recall))
                .toList();
    }

    private List<String> geofeed() {
        List<String> lines = new ArrayList<>();
        prefixes.forEach((prefix, exit) -> {
            Dice dice = chance(prefix, 14);
            if (!dice.chance(world.model().number("second.silent"))) {
                lines.add(prefix + "," + country(exit, dice) + ",,,");
            }
        });
        return lines;
    }

    private String country(Exit exit, Dice dice) {
        Model model = world.model();
        String first = exit.prefix().origin().region().country().code();
        if (exit.misplaced()) {
            return dice.chance(model.number("second.agrees.when_wrong")) ? first : exit.country();
        }
        double wrong = model.number("second.wrong.alone." + first, "second.wrong.alone.other");
        return dice.chance(wrong) ? dice.pick(world.homes()).country() : first;
    }

    private Dice chance(String text, int list) {
        return new Dice(world.seed(), text.hashCode(), list);
    }
}
