/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.http;

import java.util.Set;

/** Who may ask for something, once tokens are set; without tokens what only reads is open and nobody acts. */
enum Access {
    /** The page itself and the description of the API. */
    OPEN(Set.of(Role.values())),
    /** What is known about organizations. */
    READ(Set.of(Role.VIEWER, Role.OFFICER)),
    /** What gateways need. */
    GATE(Set.of(Role.GATEWAY, Role.OFFICER)),
    /** What changes something. */
    ACT(Set.of(Role.OFFICER));

    private final Set<Role> roles;

    Access(Set<Role> roles) {
        this.roles = roles;
    }

    boolean isGrantedTo(Role role) {
        return roles.contains(role);
    }
}
