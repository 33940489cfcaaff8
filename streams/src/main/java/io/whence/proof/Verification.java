/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.proof;

import io.whence.domain.cases.CaseEvent;
import io.whence.domain.cases.CaseHead;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What an export of case events was found to be.
 *
 * @param chains how many chains there are
 * @param entries how many entries there are
 * @param signed of the entries, how many a signed head covers
 * @param flaws every place that is not what was written; empty when the export is intact
 * @param remarks what is worth knowing and breaks nothing
 */
public record Verification(int chains, long entries, long signed, List<Flaw> flaws, List<String> remarks) {

    public Verification {
        flaws = List.copyOf(flaws);
        remarks = List.copyOf(remarks);
    }

    /** Whether nothing was found to be changed. */
    public boolean intact() {
        return flaws.isEmpty();
    }

    /**
     * What an export holds.
     *
     * @param entries its entries, as they stand there; any number of chains in any order
     * @param unreadable its other lines
     * @param heads heads whose signature was checked; none is known of when it is empty
     */
    public record Material(List<Entry> entries, List<UnreadableLine> unreadable, List<CaseHead> heads) {
        public Material {
            entries = List.copyOf(entries);
            unreadable = List.copyOf(unreadable);
            heads = List.copyOf(heads);
        }
    }

    /** The same with heads of which it is not known yet whether one of the keys signed them. */
    public static Verification of(
            List<Entry> entries, List<UnreadableLine> unreadable, List<HeadLine> heads, List<VerifyingKey> keys) {
        Map<Boolean, List<HeadLine>> signed =
                heads.stream().collect(Collectors.partitioningBy(head -> head.signedBy(keys)));
        List<CaseHead> believed = signed.getOrDefault(true, List.of()).stream()
                .map(HeadLine::head)
                .toList();
        Verification chains = of(new Material(entries, unreadable, believed));
        List<Flaw> flaws = new ArrayList<>(chains.flaws());
        signed.getOrDefault(false, List.of()).forEach(head -> flaws.add(head.notSigned()));
        flaws.sort(Flaw.ORDER);
        return new Verification(chains.chains(), chains.entries(), chains.signed(), flaws, chains.remarks());
    }

    /** Checks each chain, and goes on when one is broken. */
    public static Verification of(Material material) {
        Map<ChainId, List<Link>> chains = chains(material);
        Map<ChainId, NavigableMap<Long, String>> heads = heads(material.heads());
        Set<ChainId> all = new TreeSet<>(chains.keySet());
        all.addAll(heads.keySet());
        List<Flaw> flaws = new ArrayList<>();
        material.unreadable().forEach(line -> flaws.add(Flaw.unreadable(line)));
        Map<ChainId, Set<Long>> unreadable = unreadable(material.unreadable());
        for (ChainId chain : all) {
            flaws.addAll(new ChainCheck(
                            chain,
                            chains.getOrDefault(chain, List.of()),
                            heads.getOrDefault(chain, new TreeMap<>()),
                            unreadable.getOrDefault(chain, Set.of()))
                    .flaws());
        }
        flaws.sort(Flaw.ORDER);
        long signed = chains.values().stream()
                .flatMap(List::stream)
                .filter(link -> covered(heads, link))
                .count();
        return new Verification(chains.size(), material.entries().size(), signed, flaws, backwards(material.entries()));
    }

    private static boolean covered(Map<ChainId, NavigableMap<Long, String>> heads, Link link) {
        NavigableMap<Long, String> ofChain = heads.get(link.chain());
        return ofChain != null && !ofChain.isEmpty() && link.sequence() <= ofChain.lastKey();
    }

    private static Map<ChainId, List<Link>> chains(Material material) {
        List<Entry> intact = new ArrayList<>();
        List<Entry> changed = new ArrayList<>();
        for (Entry entry : material.entries()) {
            boolean fits = entry.event().expectedHash().equals(entry.event().hash());
            (fits ? intact : changed).add(entry);
        }
        Map<ChainId, List<Link>> chains = new TreeMap<>();
        for (Link link : new Export(intact, material.heads()).links(intact, changed)) {
            chains.computeIfAbsent(link.chain(), any -> new ArrayList<>()).add(link);
        }
        return chains;
    }

    private static Map<ChainId, NavigableMap<Long, String>> heads(Collection<CaseHead> heads) {
        Map<ChainId, NavigableMap<Long, String>> byChain = new HashMap<>();
        for (CaseHead head : heads) {
            byChain.computeIfAbsent(new ChainId(head.organizationId(), head.policyId()), any -> new TreeMap<>())
                    .put(head.sequence(), head.hash());
        }
        return byChain;
    }

    private static Map<ChainId, Set<Long>> unreadable(Collection<UnreadableLine> lines) {
        Map<ChainId, Set<Long>> byChain = new HashMap<>();
        for (UnreadableLine line : lines) {
            if (line.chain() != null) {
                byChain.computeIfAbsent(line.chain(), any -> new HashSet<>()).add(line.sequence());
            }
        }
        return byChain;
    }

    /** Times may run back: an officer acts on what closed days show, which is of later than the action. */
    private static List<String> backwards(Collection<Entry> entries) {
        Map<ChainId, List<Entry>> chains = new TreeMap<>();
        for (Entry entry : entries) {
            chains.computeIfAbsent(ChainId.of(entry.event()), any -> new ArrayList<>())
                    .add(entry);
        }
        List<String> remarks = new ArrayList<>();
        for (List<Entry> chain : chains.values()) {
            chain.sort(Comparator.comparingLong(entry -> entry.event().sequence()));
            for (int i = 1; i < chain.size(); i++) {
                CaseEvent event = chain.get(i).event();
                if (event.at().isBefore(chain.get(i - 1).event().at())) {
                    remarks.add(chain.get(i).place() + ": " + event.organizationId() + " / " + event.policyId() + " #"
                            + event.sequence() + " is of an earlier time than the entry before it");
                }
            }
        }
        return remarks;
    }
}
