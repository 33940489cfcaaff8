/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.http;

/**
 * Who may ask for something, once somebody is known. Before, nobody acts, and nobody reads unless everybody was let in.
 */
enum Access {

    /** The page itself and the description of the API. */
    OPEN,

    /** What is known about organizations. */
    READ,

    /** The same about one organization, which may read it itself. */
    OWN,

    /** What is nobody's in particular. */
    KNOWN,

    /** What gateways need. */
    GATE,

    /** What changes something. */
    ACT,

    /** What instances ask each other; no token opens it. */
    INSTANCE;

    boolean isGrantedTo(Role role) {
        return switch (this) {
            case OPEN -> true;
            case READ -> role == Role.VIEWER || role == Role.OFFICER || role == Role.ADMIN;
            case OWN -> role == Role.ORGANIZATION || READ.isGrantedTo(role);
            case KNOWN -> role != Role.GATEWAY;
            case GATE -> role == Role.GATEWAY || role == Role.OFFICER || role == Role.ADMIN;
            case ACT -> role == Role.OFFICER;
            case INSTANCE -> false;
        };
    }
}
