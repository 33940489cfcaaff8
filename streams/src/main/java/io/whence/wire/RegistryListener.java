/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.wire;

/** Hears whether the schema registry answers those who need it. May be called by several threads. */
public interface RegistryListener {

    /**
     * It did not answer; called again for every attempt that fails.
     *
     * @param why in words, fit to be shown to an operator
     */
    void unavailable(String why);

    /** It answers again. */
    void available();

    /** Hears nothing. */
    static RegistryListener none() {
        return new RegistryListener() {
            @Override
            public void unavailable(String why) {}

            @Override
            public void available() {}
        };
    }
}
