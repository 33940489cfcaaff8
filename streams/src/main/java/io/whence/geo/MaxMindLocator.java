/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.geo;

import io.whence.domain.access.IpAddress;
import io.whence.domain.origin.DatabaseBuild;
import io.whence.domain.origin.Lookup;
import io.whence.domain.origin.Origin;
import io.whence.domain.origin.OriginLocator;
import io.whence.domain.origin.Unlocated;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/**
 * Finds origins in MaxMind DB files and network lists; the set in use is swapped whole, between two look-ups. Once
 * {@linkplain #compile compiled} it finds them in a table instead; the answers are the same.
 */
public final class MaxMindLocator implements OriginLocator {

    private static final Origin NON_ROUTABLE = Origin.unlocated(Unlocated.NON_ROUTABLE);

    private volatile InUse current;
    private volatile @Nullable Compiler compiler;
    private final LongAdder failures = new LongAdder();

    public MaxMindLocator(GeoDatabases databases) {
        current = new InUse(databases, null);
    }

    /** Finds out beforehand what sources say of every address. */
    private interface Compiler {
        OriginTable table(GeoDatabases databases) throws IOException;
    }

    /**
     * What answers now.
     *
     * @param databases the sources
     * @param table what they say of every address; null while that is not known beforehand
     */
    private record InUse(GeoDatabases databases, @Nullable OriginTable table) {}

    /**
     * Finds out beforehand what the sources say of every address, and does so again after each swap, before the new
     * sources are in use. Look-ups go on meanwhile. For the City database of 2019 it takes some 20 s of a core.
     *
     * @return ranges of addresses in the table; 0 when a source is damaged: then the sources go on answering
     */
    public int compile() {
        return compile(OriginTable::of);
    }

    /**
     * The same, with the table kept in a file from one start to the next: reading it takes less than a second.
     *
     * @param file where; a file that does not hold the table of the sources in use is replaced
     */
    public int compile(OriginTableFile file) {
        return compile(file::tableOf);
    }

    private int compile(Compiler by) {
        compiler = by;
        swap(databases());
        var table = current.table();
        return table == null ? 0 : table.size();
    }

    @Override
    public Origin locate(IpAddress address) {
        if (!address.scope().routable()) {
            return NON_ROUTABLE;
        }
        var inUse = current;
        var origin = inUse.table() == null ? null : inUse.table().find(address);
        return origin == null ? ask(address, inUse.databases()) : origin;
    }

    @SuppressWarnings("IllegalCatch") // damaged databases answer with a dozen types, some unchecked, one an Error
    private Origin ask(IpAddress address, GeoDatabases databases) {
        try {
            return Judgement.of(databases.ask(address), databases).origin();
        } catch (Exception | StackOverflowError damaged) {
            failures.increment();
            return Origin.unlocated(Unlocated.NOT_IN_DATABASE);
        }
    }

    /** Locates an address as {@link #locate} does, and tells what every source says and why the decision follows. */
    @SuppressWarnings("IllegalCatch") // as above
    public Lookup explain(IpAddress address) {
        if (!address.scope().routable()) {
            return Explanation.ofNonRoutable(address);
        }
        var databases = databases();
        try {
            return Explanation.of(address, Judgement.of(databases.ask(address), databases), databases);
        } catch (Exception | StackOverflowError damaged) {
            failures.increment();
            return Explanation.ofFailure(address, damaged);
        }
    }

    @Override
    public List<DatabaseBuild> builds() {
        return databases().builds();
    }

    @Override
    public boolean demo() {
        return databases().demo();
    }

    /** Look-ups that a damaged database failed on, since the start; each was answered as not in the database. */
    public long failures() {
        return failures.sum();
    }

    GeoDatabases databases() {
        return current.databases();
    }

    synchronized void swap(GeoDatabases databases) {
        var by = compiler;
        current = new InUse(databases, by == null ? null : table(by, databases));
    }

    @SuppressWarnings("IllegalCatch") // as above
    private static @Nullable OriginTable table(Compiler by, GeoDatabases databases) {
        try {
            return by.table(databases);
        } catch (Exception | StackOverflowError damaged) {
            return null;
        }
    }
}
