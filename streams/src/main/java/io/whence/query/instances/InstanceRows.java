/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.query.instances;

/** Answers other instances from the copies of this one, and from them only: such a request is never passed on. */
public interface InstanceRows {

    /** Where other instances ask. */
    String PATH = "/instance/rows";

    /**
     * The entries that are asked for, in the form in which instances pass them to each other.
     *
     * @throws io.whence.query.NotReadyException when there is no copy here that can be read now
     * @throws IllegalArgumentException when there is no such store, or a bound is no key
     */
    byte[] rows(SliceRequest asked);
}
