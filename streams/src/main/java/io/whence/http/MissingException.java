/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.http;

/** What a request asks for is not there. */
final class MissingException extends RuntimeException {

    private static final long serialVersionUID = 1;

    MissingException(String message) {
        super(message);
    }
}
