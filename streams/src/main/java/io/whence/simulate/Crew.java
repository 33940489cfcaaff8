/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.simulate;

import java.util.List;

/**
 * People or machines whose requests go the same ways.
 *
 * @param role whose they are
 * @param base where they work; what decides whether an organization operates from an unsupported region
 * @param rhythm when they ask
 * @param perDay requests of an ordinary day
 * @param clients the programs they use
 * @param egress the ways their requests take
 * @param endUsers how many end users the organization tells apart; 0 when it names none
 * @param firstDay the first day they ask, counted from the start of the run
 * @param lastDay the last day they ask
 */
record Crew(
        Role role,
        Place base,
        Rhythm rhythm,
        double perDay,
        List<Client> clients,
        Egress egress,
        int endUsers,
        int firstDay,
        int lastDay) {

    /** Whose requests they are. */
    enum Role {
        /** The organization's own people and machines. */
        OPERATION,
        /** People who use its product; where they are says nothing of where it is. */
        END_USERS,
        /** Somebody with a stolen key. */
        THIEF
    }

    Crew {
        clients = List.copyOf(clients);
    }
}
