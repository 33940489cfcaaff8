/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.http;

/** A request from somebody we do not know, or who may not do this. */
final class ForbiddenException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final int status;

    private ForbiddenException(int status, String message) {
        super(message);
        this.status = status;
    }

    static ForbiddenException unknown() {
        return new ForbiddenException(
                401, "Send a token that the server knows, as Authorization: Bearer TOKEN or X-Whence-Token: TOKEN.");
    }

    static ForbiddenException notGranted(Role role) {
        return new ForbiddenException(403, "A token of the role " + role + " does not open this.");
    }

    static ForbiddenException nobodyActs() {
        return new ForbiddenException(
                403, "Nobody may act over HTTP as long as nobody can be told apart: set http.tokens.file.");
    }

    static ForbiddenException closed() {
        return new ForbiddenException(
                403,
                "Nothing is told as long as nobody is known: set http.tokens.file or http.log.in.issuer, or"
                        + " http.open=true where something else keeps others out.");
    }

    static ForbiddenException instancesOnly() {
        return new ForbiddenException(403, "Only instances of this application ask for this.");
    }

    int status() {
        return status;
    }
}
