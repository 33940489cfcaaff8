/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.http;

/** A parameter of a request that cannot be used. */
final class ParameterException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String parameter;

    ParameterException(String parameter, String message) {
        super(message);
        this.parameter = parameter;
    }

    String parameter() {
        return parameter;
    }
}
