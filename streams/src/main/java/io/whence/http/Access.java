/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.http;

/** Who may ask for something, once tokens are set; without tokens what only reads is open and nobody acts. */
enum Access {
    /** The page itself and the description of the API. */
    OPEN,
    /** What is known about organizations. */
    READ,
    /** What gateways need. */
    GATE,
    /** What changes something. */
    ACT,

    /** What instances ask each other; no token opens it. */
    INSTANCE;

    boolean isGrantedTo(Role role) {
        return switch (this) {
            case OPEN -> true;
            case READ -> role != Role.GATEWAY;
            case GATE -> role != Role.VIEWER;
            case ACT -> role == Role.OFFICER;
            case INSTANCE -> false;
        };
    }
}
