/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.proof;

import io.whence.domain.cases.CaseEvent;

/**
 * One line of an export.
 *
 * @param file name of the file
 * @param line its number, from 1
 * @param event what stands there
 */
public record Entry(String file, long line, CaseEvent event) {

    String place() {
        return file + ":" + line;
    }
}
