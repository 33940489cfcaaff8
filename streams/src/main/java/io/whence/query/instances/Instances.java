/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.query.instances;

import io.whence.query.NotReadyException;
import io.whence.topology.StateView;
import io.whence.topology.StoreForm;
import io.whence.topology.StoreForms;
import java.time.Duration;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.jspecify.annotations.Nullable;

/** The state of all instances, of which this is one. */
public final class Instances implements InstanceRows {

    private final StoreForms forms;
    private final LocalPlace here;
    private final BestPlace best;

    /**
     * The instances.
     *
     * @param streams the stream of this one
     * @param forms how entries are passed between them
     * @param partitions how many partitions the state has
     * @param copies which copies of this instance may be read
     * @param others the other instances; null when this one is alone
     */
    public Instances(KafkaStreams streams, StoreForms forms, int partitions, Copies copies, @Nullable Others others) {
        this.forms = forms;
        this.here = new LocalPlace(streams, copies.watch(), copies.maxStaleness());
        this.best = new BestPlace(new Placement(streams, partitions), here, others);
    }

    /**
     * Which copies may be read.
     *
     * @param watch tells how far those that only follow are behind
     * @param maxStaleness one that may be older is not read
     */
    public record Copies(LagWatch watch, Duration maxStaleness) {}

    /** The state of all instances. */
    public StateView.Source all() {
        return new InstanceStores(forms, best);
    }

    /** What this instance counts, without what it only follows; numbers of all instances add up. */
    public StateView.Source own() {
        return here::active;
    }

    @Override
    public byte[] rows(SliceRequest asked) {
        return rows(
                forms.of(asked.store())
                        .orElseThrow(() -> new IllegalArgumentException("no question is answered from this store")),
                asked);
    }

    private <K, V> byte[] rows(StoreForm<K, V> form, SliceRequest asked) {
        try {
            return SliceCodec.write(form, here.read(form, asked));
        } catch (InvalidStateStoreException unreadable) {
            throw new NotReadyException("this instance has no copy of the partition", unreadable);
        }
    }
}
