/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.geo;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Answers of sources in a few words. */
final class Wording {

    private static final String NOTHING = "nothing";

    private Wording() {}

    static String of(DatabaseKind kind, Answers answers) {
        return switch (kind) {
            case CITY -> place(answers.place());
            case ASN -> operator(answers);
            case ANONYMOUS -> anonymizer(answers.anonymizer());
            case RESIDENTIAL_PROXY -> residentialProxy(answers.residentialProxy());
            case CONNECTION_TYPE -> connection(answers.connection());
            case SECOND -> place(answers.second());
        };
    }

    static String of(NetworkClaim claim) {
        return claim.type()
                + (claim.name() == null ? "" : " (" + claim.name() + ")")
                + (claim.country() == null ? "" : " in " + claim.country());
    }

    private static String place(Records.@Nullable Place place) {
        if (place == null) {
            return NOTHING;
        }
        var words = new ArrayList<String>();
        words.add(Objects.requireNonNullElse(Places.region(place), "no country").toString());
        var registered = Places.registeredCountry(place);
        if (registered != null) {
            words.add("registered " + registered);
        }
        if (Places.accuracyRadius(place) != null) {
            words.add("within " + Places.accuracyRadius(place) + " km");
        }
        var traits = place.traits();
        if (traits != null) {
            addIf(traits.anonymousProxy(), "anonymous proxy", words);
            addIf(traits.anycast(), "anycast", words);
            addIf(traits.satelliteProvider(), "satellite provider", words);
            addIf(traits.connectionType() != null, traits.connectionType() + " connection", words);
            addIf(traits.userType() != null, traits.userType() + " user", words);
        }
        return String.join(", ", words);
    }

    private static String operator(Answers answers) {
        var system = answers.autonomousSystem();
        if (answers.operator() == null || system == null) {
            return NOTHING;
        }
        return "AS" + system.number() + (system.organization() == null ? "" : " " + system.organization());
    }

    private static String anonymizer(Records.@Nullable Anonymizer record) {
        if (record == null) {
            return NOTHING;
        }
        var words = new ArrayList<String>();
        addIf(record.tor(), "Tor exit", words);
        addIf(record.residentialProxy(), "residential proxy", words);
        addIf(record.vpn(), "VPN", words);
        addIf(record.publicProxy(), "public proxy", words);
        addIf(record.hosting(), "hosting", words);
        addIf(words.isEmpty() && Boolean.TRUE.equals(record.anonymous()), "anonymous", words);
        addService(record.provider(), record.confidence(), record.lastSeen(), words);
        return words.isEmpty() ? NOTHING : String.join(", ", words);
    }

    private static String residentialProxy(Records.@Nullable ResidentialProxy record) {
        if (record == null) {
            return NOTHING;
        }
        var words = new ArrayList<>(List.of("residential proxy"));
        addService(record.provider(), record.confidence(), record.lastSeen(), words);
        return String.join(", ", words);
    }

    private static String connection(Records.@Nullable Connection record) {
        return record == null || record.connectionType() == null ? NOTHING : record.connectionType();
    }

    private static void addService(
            @Nullable String provider, @Nullable Integer confidence, @Nullable String lastSeen, List<String> words) {
        addIf(provider != null, "service " + provider, words);
        addIf(confidence != null, "confidence " + confidence + " %", words);
        addIf(lastSeen != null, "last seen " + lastSeen, words);
    }

    private static void addIf(@Nullable Boolean condition, String word, List<String> words) {
        if (Boolean.TRUE.equals(condition)) {
            words.add(word);
        }
    }
}
