/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.geo;

import io.whence.domain.access.IpAddress;
import io.whence.domain.origin.DatabaseBuild;
import io.whence.domain.origin.Lookup;
import io.whence.domain.origin.Origin;
import io.whence.domain.origin.OriginLocator;
import io.whence.domain.origin.Unlocated;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;

/** Finds origins in MaxMind DB files and network lists; the set in use is swapped whole, between two look-ups. */
public final class MaxMindLocator implements OriginLocator {

    private volatile GeoDatabases current;
    private final LongAdder failures = new LongAdder();

    public MaxMindLocator(GeoDatabases databases) {
        current = databases;
    }

    @Override
    @SuppressWarnings("IllegalCatch") // damaged databases answer with a dozen types, some unchecked, one an Error
    public Origin locate(IpAddress address) {
        if (!address.scope().routable()) {
            return Origin.unlocated(Unlocated.NON_ROUTABLE);
        }
        var databases = databases();
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
        return current;
    }

    void swap(GeoDatabases databases) {
        current = databases;
    }
}
