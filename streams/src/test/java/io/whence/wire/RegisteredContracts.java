/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.wire;

import org.junit.jupiter.api.AfterEach;

/** A registry in memory for the time of a test. */
abstract class RegisteredContracts {

    final SchemaRegistry registry = Wire.registry();

    @AfterEach
    void close() {
        registry.close();
    }
}
