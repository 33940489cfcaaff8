/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.geo;

import io.whence.domain.access.IpAddress;
import io.whence.domain.origin.Region;
import java.io.IOException;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Holds a new database against the running one. Damage often shows only as wrong answers (16.6 % of random damage to
 * GeoLite2-Country of 2019 did, without any exception), so it is not enough that a file opens.
 */
final class SwapCheck {

    private final SwapRules rules;
    private final Instant now;

    SwapCheck(SwapRules rules, Instant now) {
        this.rules = rules;
        this.now = now;
    }

    /** Refuses a candidate that must not take over. */
    void check(Database running, Database candidate) throws GeoSourceException {
        checkKind(running, candidate);
        checkTime(running, candidate);
        checkGrowth("search tree nodes", running.nodeCount(), candidate.nodeCount(), candidate.file());
        attempt(candidate, () -> {
            checkCanaries(candidate);
            checkAnswers(running, candidate);
        });
    }

    /** Refuses a database that fails on a sample of its own addresses. */
    static void check(Database database) throws GeoSourceException {
        attempt(database, () -> {
            for (var address : AddressSample.of(database)) {
                essence(database, address);
            }
        });
    }

    /** Refuses lists that have shrunk or grown beyond belief. */
    void check(NetworkLists running, NetworkLists candidate, String folder) throws GeoSourceException {
        checkGrowth("listed networks", running.size(), candidate.size(), folder);
    }

    private interface LookUps {
        void run() throws GeoSourceException, IOException;
    }

    @SuppressWarnings("IllegalCatch") // damaged databases answer with a dozen types, some unchecked, one an Error
    private static void attempt(Database database, LookUps lookUps) throws GeoSourceException {
        try {
            lookUps.run();
        } catch (GeoSourceException refused) {
            throw refused;
        } catch (Exception | StackOverflowError damaged) {
            throw new GeoSourceException(
                    database.file(), "is damaged: a look-up fails with " + damaged + "; download it again", damaged);
        }
    }

    private static void checkKind(Database running, Database candidate) throws GeoSourceException {
        if (!candidate.type().equals(running.type())) {
            throw new GeoSourceException(
                    candidate.file(),
                    "is a " + candidate.type() + " database, but a " + running.type()
                            + " is running; restart to change the type");
        }
        if (running.coversIpv6() && !candidate.coversIpv6()) {
            throw new GeoSourceException(
                    candidate.file(), "knows IPv4 only, but the running build knows IPv6 too; restart to change that");
        }
    }

    private void checkTime(Database running, Database candidate) throws GeoSourceException {
        var builtAt = candidate.build().builtAt();
        if (builtAt.isAfter(now.plus(rules.aheadOfClock()))) {
            throw new GeoSourceException(
                    candidate.file(), "says it was built on " + builtAt + ", in the future; check it and the clock");
        }
        if (builtAt.isBefore(running.build().builtAt()) && !rules.allowOlder()) {
            throw new GeoSourceException(
                    candidate.file(),
                    "was built on " + builtAt + ", before the running one of "
                            + running.build().builtAt() + "; allow older builds to roll back");
        }
    }

    private void checkGrowth(String what, long before, long after, String file) throws GeoSourceException {
        if (after > before * rules.mostGrowth() || after * rules.mostGrowth() < before) {
            throw new GeoSourceException(
                    file,
                    "has " + after + " " + what + " where the running one has " + before + ", more than "
                            + rules.mostGrowth() + " times as many or as few; restart to take it");
        }
    }

    private void checkCanaries(Database candidate) throws GeoSourceException, IOException {
        if (candidate.kind() != DatabaseKind.CITY) {
            return;
        }
        for (Map.Entry<IpAddress, Region> canary : rules.canaries().entrySet()) {
            var country = Places.country(candidate.find(canary.getKey(), Records.Place.class));
            if (!canary.getValue().equals(country)) {
                throw new GeoSourceException(
                        candidate.file(),
                        "places the canary " + canary.getKey() + " in " + country + " and not in " + canary.getValue());
            }
        }
    }

    private void checkAnswers(Database running, Database candidate) throws GeoSourceException, IOException {
        int known = 0;
        int moved = 0;
        var sample = new LinkedHashSet<>(AddressSample.of(running));
        sample.addAll(AddressSample.of(candidate));
        for (var address : sample) {
            var before = essence(running, address);
            var after = essence(candidate, address);
            if (before != null) {
                known++;
                moved += before.equals(after) ? 0 : 1;
            }
        }
        if (moved > known * rules.mostMoved()) {
            throw new GeoSourceException(
                    candidate.file(),
                    String.format(
                            Locale.ROOT,
                            "answers %d of %d sample addresses otherwise than the running one, more than %.1f %%;"
                                    + " restart to take it",
                            moved,
                            known,
                            rules.mostMoved() * 100));
        }
    }

    /**
     * What may not change for many addresses at once: country or operator. Anonymizers come and go, so nothing of
     * theirs.
     */
    private static @Nullable Object essence(Database database, IpAddress address) throws IOException {
        return switch (database.kind()) {
            case CITY, SECOND -> Places.country(database.find(address, Records.Place.class));
            case ASN -> number(database.find(address, Records.Operator.class));
            case ANONYMOUS -> discard(database.find(address, Records.Anonymizer.class));
            case RESIDENTIAL_PROXY -> discard(database.find(address, Records.ResidentialProxy.class));
            case CONNECTION_TYPE -> discard(database.find(address, Records.Connection.class));
        };
    }

    private static @Nullable Long number(Records.@Nullable Operator operator) {
        return operator == null ? null : operator.number();
    }

    private static @Nullable Object discard(@Nullable Object decoded) {
        return decoded == null ? null : "decodes";
    }
}
