/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.config;

import java.io.Serial;
import java.util.List;

/** The configuration is wrong; says everything that is wrong with it at once. */
public final class InvalidConfigException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    InvalidConfigException(List<String> problems) {
        super(String.join(System.lineSeparator(), problems));
    }
}
