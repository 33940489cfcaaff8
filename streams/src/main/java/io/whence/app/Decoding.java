/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.app;

import io.whence.wire.Decoded;

/** Reads back what we wrote ourselves, where anything unreadable is a defect. */
final class Decoding {

    private Decoding() {}

    static <T> T valueOf(Decoded<T> decoded) {
        if (decoded instanceof Decoded.Value<T> value) {
            return value.value();
        }
        Decoded.Undecodable<T> undecodable = (Decoded.Undecodable<T>) decoded;
        throw new IllegalStateException(
                "what this application wrote cannot be read: " + undecodable.reason() + " " + undecodable.message());
    }
}
