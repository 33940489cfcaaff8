/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.wire;

import org.jspecify.annotations.Nullable;

/**
 * A decoder that sits out a registry that does not answer, so that no good record is put away for it.
 *
 * @param <T> what is read
 */
public final class RetryingDecoder<T> implements RecordDecoder<T> {
    private final RecordDecoder<T> decoder;
    private final Patience patience;

    public RetryingDecoder(RecordDecoder<T> decoder, Patience patience) {
        this.decoder = decoder;
        this.patience = patience;
    }

    /**
     * Decodes, waiting where it must.
     *
     * @throws RegistryUnavailableException when the registry stays away longer than the patience lasts, or when the
     *     thread is interrupted
     */
    @Override
    public Decoded<T> decode(byte @Nullable [] value) {
        return patience.outlast(() -> decoder.decode(value));
    }
}
