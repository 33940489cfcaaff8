/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.score;

/**
 * An organization, and what was said of it.
 *
 * @param subject what is true
 * @param verdict what was said
 */
public record Outcome(Subject subject, Verdict verdict) {

    public boolean warned() {
        return verdict.warned() != null;
    }

    public boolean enforced() {
        return verdict.enforced() != null;
    }
}
