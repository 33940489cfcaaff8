/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.bench;

import java.util.Optional;

/** A pipeline of another system, of which the application holds no part. */
interface Foreign {

    /** Measures it. */
    Measured measure(Setting setting) throws Exception;

    /** Flink's, when it is on the class path: it is among the sources of benchmarks. */
    static Optional<Foreign> flink() {
        try {
            return Optional.of(Class.forName("io.whence.bench.FlinkCount")
                    .asSubclass(Foreign.class)
                    .getDeclaredConstructor()
                    .newInstance());
        } catch (ReflectiveOperationException | LinkageError absent) {
            return Optional.empty();
        }
    }
}
