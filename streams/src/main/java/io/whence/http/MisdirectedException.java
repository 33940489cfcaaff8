/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.http;

/** A request that asks for a host we do not answer to. */
final class MisdirectedException extends RuntimeException {

    private static final long serialVersionUID = 1;

    MisdirectedException() {
        super("This server does not answer to this name; http.allowed.hosts lists those it does.");
    }
}
