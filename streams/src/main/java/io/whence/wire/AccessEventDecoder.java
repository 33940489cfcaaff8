/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.wire;

import io.whence.domain.access.AccessEvent;
import org.jspecify.annotations.Nullable;

/** Decodes records of the access log topic. Safe for use by several threads. */
public final class AccessEventDecoder implements RecordDecoder<AccessEvent> {
    private final FramedDecoder<AccessEvent> decoder;

    public AccessEventDecoder(SchemaRegistry registry) {
        decoder = new FramedDecoder<>(registry.writerSchemas(), AccessEventReader::of);
    }

    @Override
    public Decoded<AccessEvent> decode(byte @Nullable [] value) {
        return decoder.decode(value);
    }
}
