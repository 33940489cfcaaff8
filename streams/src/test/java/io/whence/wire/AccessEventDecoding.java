/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.wire;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;

/** A decoder of access events, and what it must say of bytes that are none. */
abstract class AccessEventDecoding {

    final SchemaRegistry registry = Wire.registry();
    final AccessEventDecoder decoder = new AccessEventDecoder(registry);

    @AfterEach
    void close() {
        registry.close();
    }

    void expect(byte[] value, UndecodableReason reason, String field) {
        assertThat(decoder.decode(value)).isInstanceOfSatisfying(Decoded.Undecodable.class, undecodable -> {
            assertThat(undecodable.reason()).isEqualTo(reason);
            assertThat(undecodable.field()).isEqualTo(field);
            assertThat(undecodable.message()).isNotBlank();
        });
    }
}
