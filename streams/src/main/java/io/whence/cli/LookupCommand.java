/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.cli;

import io.whence.config.EvidenceFiles;
import io.whence.domain.access.IpAddress;
import io.whence.domain.access.TunnelledAddress;
import io.whence.domain.origin.Lookup;
import io.whence.domain.origin.Region;
import io.whence.geo.GeoSourceException;
import io.whence.geo.MaxMindLocator;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The command {@code whence lookup}: where addresses are, and how we know. */
@Command(
        name = "lookup",
        mixinStandardHelpOptions = true,
        description = {
            "Says where addresses are, what every source says about them, and why the decision follows.",
            "",
            "Exit code: 0 all looked up, 1 one is no address or a source cannot be used, 2 wrong usage.",
            ""
        },
        footer = {
            "",
            "Example:",
            "  whence lookup 114.114.114.114 2001:4860:4860::8888",
            "  whence lookup --city GeoLite2-City.mmdb --asn GeoLite2-ASN.mmdb --networks lists/ --json 1.1.1.1"
        })
final class LookupCommand implements Callable<Integer> {

    private InstantSource clock = InstantSource.system();

    @Spec
    private CommandSpec spec;

    @Mixin
    private GeoOptions geo;

    @Parameters(arity = "1..*", paramLabel = "IP", description = "IPv4 or IPv6 addresses.")
    private List<String> texts;

    @Option(names = "--json", description = "Print JSON instead of words.")
    private boolean json;

    /** The command as it answers at another time. */
    static LookupCommand at(InstantSource clock) {
        var command = new LookupCommand();
        command.clock = clock;
        return command;
    }

    @Override
    public Integer call() {
        try {
            return answer(new MaxMindLocator(geo.open()));
        } catch (GeoSourceException unusable) {
            var err = spec.commandLine().getErr();
            err.println(unusable.getMessage());
            err.flush();
            return 1;
        }
    }

    private int answer(MaxMindLocator locator) {
        var lookups = new ArrayList<Lookup>();
        var refused = new ArrayList<String>();
        var homes = EvidenceFiles.bundled().homes();
        for (var text : texts) {
            IpAddress.parse(text)
                    .ifPresentOrElse(
                            address -> ends(address)
                                    .map(locator::explain)
                                    .map(lookup -> withHome(lookup, homes))
                                    .forEach(lookups::add),
                            () -> refused.add(text));
        }
        var answer = new LookupAnswer(lookups, refused, locator.builds(), locator.demo(), clock.instant());
        var out = spec.commandLine().getOut();
        out.println(json ? LookupJson.of(answer).toPrettyString() : LookupWords.of(answer));
        out.flush();
        return refused.isEmpty() ? 0 : 1;
    }

    /** Adds where the operator of a cloud is at home: a fact about its customers, never about the place. */
    private static Lookup withHome(Lookup lookup, Map<Long, Region> homes) {
        var system = lookup.origin().autonomousSystem();
        var home = system == null ? null : homes.get(system.number());
        if (system == null || home == null) {
            return lookup;
        }
        var reasoning = new ArrayList<>(lookup.reasoning());
        reasoning.add("The operator, AS" + system.number() + ", is at home in " + home
                + ": that is no location, and weighs a little as evidence.");
        return new Lookup(lookup.address(), lookup.origin(), lookup.answers(), reasoning);
    }

    /** The address, and behind an IPv6 transition address the IPv4 addresses it carries. */
    private static Stream<IpAddress> ends(IpAddress address) {
        var carried = TunnelledAddress.in(address).stream().flatMap(t -> Stream.of(t.client(), t.server()));
        return Stream.concat(Stream.of(address), carried).filter(Objects::nonNull);
    }
}
