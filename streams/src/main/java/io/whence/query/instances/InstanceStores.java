/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.query.instances;

import io.whence.domain.cases.RegionTotal;
import io.whence.domain.tally.Exposure;
import io.whence.topology.StateView;
import io.whence.topology.StoreForm;
import io.whence.topology.StoreForms;
import io.whence.topology.Stores;
import java.util.List;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/** The stores of all instances as one. */
final class InstanceStores implements StateView.Source {

    private final StoreForms forms;
    private final BestPlace best;

    InstanceStores(StoreForms forms, BestPlace best) {
        this.forms = forms;
        this.best = best;
    }

    /** What every instance has all of is read here. */
    @Override
    public <K, V> ReadOnlyKeyValueStore<K, V> store(String name) {
        return best.here().whole(name);
    }

    @Override
    public <K, V> ReadOnlyKeyValueStore<K, V> partOf(String name, String organizationId) {
        return new PartStore<>(best, this.<K, V>form(name), best.placement().partitionOf(organizationId), true);
    }

    @Override
    public <K, V> List<ReadOnlyKeyValueStore<K, V>> parts(String name) {
        StoreForm<K, V> form = form(name);
        return best.placement()
                .partitions()
                .<ReadOnlyKeyValueStore<K, V>>mapToObj(partition -> new PartStore<>(best, form, partition, false))
                .toList();
    }

    @Override
    public List<ReadOnlyKeyValueStore<Bytes, RegionTotal>> openTotals() {
        return parts(Stores.OPEN_TOTALS);
    }

    @Override
    public List<ReadOnlyKeyValueStore<Bytes, Exposure>> openExposures() {
        return parts(Stores.OPEN_EXPOSURES);
    }

    private <K, V> StoreForm<K, V> form(String name) {
        return forms.<K, V>of(name)
                .orElseThrow(() -> new IllegalStateException(name + ": no question is answered from this store"));
    }
}
