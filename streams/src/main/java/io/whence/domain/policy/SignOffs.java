/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.domain.policy;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;

/** Who signed something off: names that differ only in letter case or blanks are one person. */
public final class SignOffs {
    private SignOffs() {}

    /** Each person once, as first written but without needless blanks; blank names are nobody. */
    public static List<String> distinct(Collection<String> names) {
        var people = new LinkedHashMap<String, String>();
        for (var name : names) {
            var tidy = tidy(name);
            if (!tidy.isEmpty()) {
                people.putIfAbsent(tidy.toLowerCase(Locale.ROOT), tidy);
            }
        }
        return List.copyOf(people.values());
    }

    /** Whether two names are those of one person. */
    static boolean samePerson(String one, String other) {
        return tidy(one).toLowerCase(Locale.ROOT).equals(tidy(other).toLowerCase(Locale.ROOT));
    }

    private static String tidy(String name) {
        return name.strip().replaceAll("\\s+", " ");
    }
}
