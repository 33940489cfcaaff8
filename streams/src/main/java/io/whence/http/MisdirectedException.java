/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.http;

/** A request on the loopback interface that names another host. */
final class MisdirectedException extends RuntimeException {

    private static final long serialVersionUID = 1;

    MisdirectedException() {
        super("This server listens on the loopback interface; ask for it as localhost.");
    }
}
