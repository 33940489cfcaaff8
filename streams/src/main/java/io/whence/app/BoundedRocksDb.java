/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.app;

import io.whence.config.WhenceConfig;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.streams.state.RocksDBConfigSetter;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.Cache;
import org.rocksdb.LRUCache;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.WriteBufferManager;

/**
 * Lets all RocksDB stores of the process share one bounded block cache, write buffers included.
 *
 * <p>By default each store of each partition takes 50 MB of cache and up to 48 MB of write buffers for itself (Kafka
 * Streams 4.3, RocksDBStore), which no machine has for thousands of partitions.
 */
public final class BoundedRocksDb implements RocksDBConfigSetter {

    /** Write buffers may take half of the memory; the rest caches blocks. */
    private static final double WRITE_BUFFER_SHARE = 0.5;

    /** Part of the cache in which index and filter blocks are kept before data blocks. */
    private static final double INDEX_SHARE = 0.1;

    private static final long BLOCK_BYTES = 16 * 1024L;
    private static final long WRITE_BUFFER_BYTES = 8 * 1024 * 1024L;

    private static final Map<Long, Memory> SHARED = new ConcurrentHashMap<>();

    private record Memory(Cache cache, WriteBufferManager buffers) {
        static Memory of(long bytes) {
            RocksDB.loadLibrary();
            Cache cache = new LRUCache(bytes, -1, false, INDEX_SHARE);
            return new Memory(cache, new WriteBufferManager((long) (bytes * WRITE_BUFFER_SHARE), cache));
        }
    }

    @Override
    public void setConfig(String storeName, Options options, Map<String, Object> configs) {
        long bytes = Long.parseLong(String.valueOf(configs.get(WhenceConfig.ROCKSDB_MEMORY)));
        Memory memory = SHARED.computeIfAbsent(bytes, Memory::of);
        BlockBasedTableConfig table = (BlockBasedTableConfig) options.tableFormatConfig();
        table.setBlockCache(memory.cache());
        table.setCacheIndexAndFilterBlocks(true);
        table.setCacheIndexAndFilterBlocksWithHighPriority(true);
        table.setPinTopLevelIndexAndFilter(true);
        table.setBlockSize(BLOCK_BYTES);
        options.setWriteBufferManager(memory.buffers());
        options.setWriteBufferSize(WRITE_BUFFER_BYTES);
        options.setTableFormatConfig(table);
    }

    @Override
    public void close(String storeName, Options options) {
        // the memory is shared by all stores and lives as long as the process
    }
}
