/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.geo;

import io.whence.domain.access.IpAddress;
import io.whence.domain.access.TunnelledAddress;
import io.whence.domain.origin.Lookup;
import io.whence.domain.origin.NetworkType;
import io.whence.domain.origin.Origin;
import io.whence.domain.origin.SourceAnswer;
import io.whence.domain.origin.Unlocated;
import java.util.ArrayList;
import java.util.List;

/** Puts a judgement into sentences. */
final class Explanation {

    private final GeoDatabases databases;
    private final Judgement judgement;
    private final Origin origin;

    private Explanation(GeoDatabases databases, Judgement judgement) {
        this.databases = databases;
        this.judgement = judgement;
        this.origin = judgement.origin();
    }

    static Lookup of(IpAddress address, Judgement judgement, GeoDatabases databases) {
        var explanation = new Explanation(databases, judgement);
        return new Lookup(address, explanation.origin, explanation.answers(), explanation.reasoning());
    }

    /** Of an address that no database was asked about. */
    static Lookup ofNonRoutable(IpAddress address) {
        var scope = address.scope();
        var reasoning = TunnelledAddress.in(address)
                .map(tunnel -> address + " carries " + tunnel.client() + " (" + tunnel.technique()
                        + "), which decides in its place.")
                .orElse(address + " is " + scope + ": it is never routed on the public internet, so it has no place"
                        + " and no database was asked.");
        return new Lookup(address, Origin.unlocated(Unlocated.NON_ROUTABLE), List.of(), List.of(reasoning));
    }

    /** Of an address that a database failed on. */
    static Lookup ofFailure(IpAddress address, Throwable failure) {
        var reasoning = "A database is damaged and fails on this address (" + failure + "); download it again.";
        return new Lookup(address, Origin.unlocated(Unlocated.NOT_IN_DATABASE), List.of(), List.of(reasoning));
    }

    private List<SourceAnswer> answers() {
        var answers = new ArrayList<SourceAnswer>();
        for (var kind : DatabaseKind.values()) {
            databases
                    .database(kind)
                    .ifPresent(database ->
                            answers.add(new SourceAnswer(database.build(), Wording.of(kind, judgement.answers()))));
        }
        for (var list : databases.lists().builds()) {
            for (var claim : judgement.answers().lists()) {
                if (claim.source().equals(list.source())) {
                    answers.add(new SourceAnswer(list, Wording.of(claim)));
                }
            }
        }
        return answers;
    }

    private List<String> reasoning() {
        var sentences = new ArrayList<String>();
        sentences.add(place());
        if (origin.secondCountry() != null) {
            sentences.add(secondOpinion());
        }
        sentences.add(network());
        if (origin.networkType().anonymizes()) {
            sentences.add("Such a network hides its user: the place is where it lets out, not where the user is.");
        }
        return sentences;
    }

    private String place() {
        var primary = databases.source(DatabaseKind.CITY);
        if (judgement.answers().place() == null) {
            return primary + " does not know the address.";
        }
        if (origin.unlocated() == Unlocated.NOT_IN_DATABASE) {
            return primary + " knows the network but names no country for it"
                    + (origin.registeredCountry() == null
                            ? "."
                            : "; that it is registered in " + origin.registeredCountry() + " is no location.");
        }
        return primary + " places it in " + origin.region() + ".";
    }

    private String secondOpinion() {
        var who = Places.country(judgement.answers().second()) == null
                ? "The publisher of the network"
                : databases.source(DatabaseKind.SECOND);
        return switch (origin.agreement()) {
            case CONFIRMED -> who + " agrees.";
            case DISPUTED ->
                who + " says " + origin.secondCountry() + ": the sources disagree, so the place counts less.";
            case UNCHECKED -> who + " says " + origin.secondCountry() + ".";
        };
    }

    private String network() {
        var decisive = judgement.decisive();
        if (decisive == null) {
            return "No source says what kind of network it is.";
        }
        var sentence = "The network is " + Wording.of(decisive) + ", says " + decisive.source()
                + (decisive.basis() == NetworkClaim.Basis.OPERATOR ? " of its operator" : "");
        if (judgement.claims().size() == 1) {
            return sentence + ".";
        }
        return sentence + "; the strongest of " + judgement.claims().size() + " claims decides"
                + chineseCloud(decisive);
    }

    private String chineseCloud(NetworkClaim decisive) {
        boolean reread = judgement.answers().lists().contains(decisive.as(NetworkType.VPN));
        return reread && decisive.type() == NetworkType.HOSTING
                ? ". A list calls the operator a VPN, but inside mainland China it is a cloud like others."
                : ".";
    }
}
