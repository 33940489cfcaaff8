/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.app;

import io.whence.config.ConfigLoader;
import io.whence.config.PolicyFile;
import io.whence.config.PolicyYaml;
import io.whence.config.WhenceConfig;
import io.whence.domain.access.AccessEvent;
import io.whence.domain.cases.Control;
import io.whence.domain.cases.OfficerAction;
import io.whence.domain.cases.Organization;
import io.whence.wire.Contract;
import io.whence.wire.Contracts;
import io.whence.wire.Decoded;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A situation that an officer wrote down: a folder with the policy, the traffic, the places and what must come of it.
 *
 * @param path the folder
 */
record ScenarioFolder(Path path) {

    static final Path ALL = Path.of("src", "test", "resources", "scenarios");

    /** Settings of the scenario itself; every other one is a setting of the application. */
    private static final String UNTIL = "until";

    private static final String BUILT = "places.built";
    private static final String FINDINGS = "findings";
    private static final String REFUSED = "policy-problems.txt";

    /** All scenarios, by name. */
    static List<ScenarioFolder> all() throws IOException {
        try (Stream<Path> folders = Files.list(ALL)) {
            return folders.filter(Files::isDirectory)
                    .sorted()
                    .map(ScenarioFolder::new)
                    .toList();
        }
    }

    static ScenarioFolder named(String name) {
        return new ScenarioFolder(ALL.resolve(name));
    }

    Path readme() {
        return path.resolve("README.md");
    }

    Path expected(String file) {
        return path.resolve("expected").resolve(file);
    }

    /** Whether the scenario is about a policy that must not be accepted. */
    boolean policyRefused() {
        return Files.exists(expected(REFUSED));
    }

    /** Why the scenario is not played yet: what the product lacks; empty for one that is played. */
    String notYet() throws IOException {
        return String.join(" ", lines(path.resolve("not-yet.txt")));
    }

    /** The policies, as written. */
    List<PolicyFile> policies() throws IOException {
        List<PolicyFile> policies = new ArrayList<>();
        for (String source : policySources()) {
            policies.add(
                    source.endsWith(".yaml")
                            ? PolicyYaml.read(
                                    Path.of(source).getFileName().toString(), Files.readString(Path.of(source)))
                            : PolicyYaml.load(source));
        }
        return policies;
    }

    /** Where the policies are: files, or names of bundled ones. */
    List<String> policySources() throws IOException {
        Path bundled = path.resolve("policy.txt");
        if (Files.exists(bundled)) {
            return lines(bundled);
        }
        try (Stream<Path> files = Files.list(path)) {
            return files.filter(file -> file.getFileName().toString().matches("policy.*\\.yaml"))
                    .sorted()
                    .map(Path::toString)
                    .toList();
        }
    }

    List<AccessEvent> events() throws IOException {
        return ScenarioTraffic.read(path.resolve("traffic.csv"));
    }

    List<Organization> organizations() throws IOException {
        return records("organizations.jsonl", Contracts.ORGANIZATION);
    }

    List<OfficerAction> actions() throws IOException {
        return records("actions.jsonl", Contracts.OFFICER_ACTION);
    }

    /** The controls, each given when the time of the traffic comes to it. */
    List<Control> controls() throws IOException {
        return records("controls.jsonl", Contracts.CONTROL);
    }

    private <D> List<D> records(String name, Contract<D> contract) throws IOException {
        List<D> records = new ArrayList<>();
        for (String line : lines(path.resolve(name))) {
            Decoded<D> decoded = contract.fromJson(line);
            if (decoded instanceof Decoded.Value<D> value) {
                records.add(value.value());
            } else {
                throw new IllegalArgumentException(name + ": " + decoded);
            }
        }
        return records;
    }

    /** The places it makes up, the first from the beginning, another from each date in a file name; null for none. */
    @Nullable ScenarioPlaces places() throws IOException {
        Path first = path.resolve("places.csv");
        if (!Files.exists(first)) {
            return null;
        }
        ScenarioPlaces places = new ScenarioPlaces();
        String built = settings().getOrDefault(BUILT, "2024-06-18");
        places.add(first, Instant.EPOCH, Instant.parse(built + "T00:00:00Z"));
        try (Stream<Path> files = Files.list(path)) {
            for (Path later : files.filter(file -> file.getFileName().toString().startsWith("places-from-"))
                    .toList()) {
                String day = later.getFileName().toString().replaceAll("[^0-9]*([0-9-]{10})\\.csv", "$1");
                Instant from = Instant.parse(day + "T00:00:00Z");
                places.add(later, from, from);
            }
        }
        return places;
    }

    /** Up to when time passes; null for when the last day closes. */
    @Nullable Instant until() throws IOException {
        String until = settings().get(UNTIL);
        return until == null ? null : Instant.parse(until);
    }

    /** The families of evidence whose findings must come out as written; none for a scenario that is not about any. */
    List<String> findings() throws IOException {
        String families = settings().get(FINDINGS);
        return families == null ? List.of() : List.of(families.split(" "));
    }

    /** What the application is set to, beyond its defaults. */
    Map<String, String> applicationSettings() throws IOException {
        Map<String, String> settings = settings();
        settings.keySet().removeAll(List.of(UNTIL, BUILT, FINDINGS));
        return settings;
    }

    WhenceConfig config() throws IOException {
        return new ConfigLoader().options(applicationSettings()).load();
    }

    private Map<String, String> settings() throws IOException {
        Map<String, String> settings = new TreeMap<>();
        for (String line : lines(path.resolve("settings.txt"))) {
            String[] setting = line.split("=", 2);
            settings.put(setting[0].strip(), setting[1].strip());
        }
        return settings;
    }

    /** The lines of a file that say something; none when it is not there. */
    private static List<String> lines(Path file) throws IOException {
        return Files.exists(file)
                ? Files.readAllLines(file).stream()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                        .toList()
                : List.of();
    }

    @Override
    public String toString() {
        return path.getFileName().toString();
    }
}
