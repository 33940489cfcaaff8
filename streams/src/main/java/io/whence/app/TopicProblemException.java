/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.app;

import java.io.Serial;
import java.util.List;

/** The topics are not what the application needs; says everything that is wrong with them. */
public final class TopicProblemException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    TopicProblemException(List<String> problems) {
        super(String.join(System.lineSeparator(), problems));
    }
}
