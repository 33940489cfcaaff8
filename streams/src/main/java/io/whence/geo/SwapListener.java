/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.geo;

import io.whence.domain.origin.DatabaseBuild;

/** Hears what a {@link GeoDatabaseWatcher} does; called on its thread, so be quick. */
public interface SwapListener {

    /** A new build of a database or a list answers from now on. */
    void swapped(DatabaseBuild build);

    /** A new file was not taken, and the running build stays. */
    void refused(SwapRefused refusal);

    /**
     * A file that was not taken.
     *
     * @param file its path
     * @param reason what is wrong with it, and what to do
     */
    record SwapRefused(String file, String reason) {}
}
