/* SPDX-License-Identifier: Apache-2.0 */
package io.whence;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Who may see whom. A new package starts with a row here. */
@AnalyzeClasses(
        packages = "io.whence",
        importOptions = {ImportOption.DoNotIncludeTests.class, ArchitectureTest.OnlyThisModule.class})
class ArchitectureTest {

    /** Each package, and what it may see of ours; "domain" is everything below it. */
    private static final Map<String, Set<String>> MAY_SEE = new LinkedHashMap<>();

    static {
        MAY_SEE.put("domain.access", Set.of());
        MAY_SEE.put("domain.origin", Set.of("domain.access"));
        MAY_SEE.put("domain.policy", Set.of("domain.access", "domain.origin"));
        MAY_SEE.put("domain.tally", Set.of("domain.access", "domain.origin", "domain.policy"));
        MAY_SEE.put("domain.evidence", Set.of("domain.access", "domain.origin", "domain.policy", "domain.tally"));
        MAY_SEE.put("domain.cases", Set.of("domain"));

        MAY_SEE.put("domain.delivery", Set.of());

        MAY_SEE.put("letter", Set.of("domain"));
        MAY_SEE.put("proof", Set.of("domain"));
        MAY_SEE.put("wire", Set.of("domain", "contracts"));
        MAY_SEE.put("geo", Set.of("domain"));
        MAY_SEE.put("ingest", Set.of("domain", "wire"));
        MAY_SEE.put("topology", Set.of("domain", "wire"));
        MAY_SEE.put("query", Set.of("domain", "topology", "wire"));
        MAY_SEE.put("deliver", Set.of("domain", "letter", "wire"));
        MAY_SEE.put("config", Set.of("domain"));
        MAY_SEE.put("gateway", Set.of("domain", "wire"));
        MAY_SEE.put("news", Set.of("domain", "wire"));
        MAY_SEE.put("http", Set.of("domain", "query", "config", "gateway", "news"));

        MAY_SEE.put(
                "app",
                Set.of(
                        "domain",
                        "proof",
                        "wire",
                        "geo",
                        "ingest",
                        "topology",
                        "query",
                        "config",
                        "gateway",
                        "news",
                        "http",
                        "letter",
                        "deliver"));
        MAY_SEE.put("simulate", Set.of("domain", "geo", "wire"));
        MAY_SEE.put("score", Set.of("domain"));
        MAY_SEE.put("quickstart", Set.of("domain", "wire", "ingest", "topology", "config", "app"));
        MAY_SEE.put("bench", Set.of("domain", "wire", "geo", "ingest", "topology", "config", "app", "quickstart"));
        MAY_SEE.put(
                "cli",
                Set.of(
                        "domain",
                        "proof",
                        "wire",
                        "geo",
                        "ingest",
                        "topology",
                        "query",
                        "config",
                        "http",
                        "app",
                        "simulate",
                        "score",
                        "bench",
                        "quickstart"));
    }

    @ArchTest
    static void everyPackageSeesOnlyWhatItsRowSays(JavaClasses whence) {
        MAY_SEE.forEach((from, to) -> {
            var allowed = packages(Stream.concat(Stream.of(from), to.stream()));
            noClasses()
                    .that()
                    .resideInAPackage("io.whence." + from + "..")
                    .should()
                    .dependOnClassesThat(resideInAnyPackage("io.whence.*..").and(not(resideInAnyPackage(allowed))))
                    .allowEmptyShould(true)
                    .check(whence);
        });
    }

    @ArchTest
    static final ArchRule everyPackageHasARow =
            classes().that().resideOutsideOfPackage("io.whence").should().resideInAnyPackage(packages(rows()));

    @ArchTest
    static final ArchRule theDomainNeedsNothingButTheJdk = classes()
            .that()
            .resideInAPackage("io.whence.domain..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("io.whence.domain..", "java..", "javax.crypto..", "org.jspecify..")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule onlyGeoSeesMaxMind = onlyFrom("geo", "com.maxmind..");

    @ArchTest
    static final ArchRule onlyTheQuickstartSeesTheBroker =
            onlyFrom("quickstart", "kafka..", "scala..", "org.apache.kafka.metadata..", "org.apache.kafka.server..");

    @ArchTest
    static final ArchRule onlyTheEdgesReadClocks = noClasses()
            .that()
            .resideOutsideOfPackages(edges())
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(System.class, "nanoTime")
            .orShould()
            .callMethod(Clock.class, "systemUTC");

    @ArchTest
    static final ArchRule onlyTheEdgesMayAskForExceptions = noClasses()
            .that()
            .resideOutsideOfPackages(edges())
            .should()
            .dependOnClassesThat()
            .areAssignableTo(SuppressForbidden.class);

    @ArchTest
    static final ArchRule nothingStaticChanges =
            fields().that().areStatic().should().beFinal().allowEmptyShould(true);

    private static ArchRule onlyFrom(String owner, String... theirs) {
        return noClasses()
                .that()
                .resideOutsideOfPackage("io.whence." + owner + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(theirs);
    }

    private static String[] edges() {
        return packages(Stream.of("cli", "app", "bench", "quickstart", "ingest"));
    }

    private static Stream<String> rows() {
        return MAY_SEE.keySet().stream();
    }

    private static String[] packages(Stream<String> names) {
        return names.map(name -> "io.whence." + name + "..").toArray(String[]::new);
    }

    /** Leaves the generated contracts out: they are seen, not judged. */
    static final class OnlyThisModule implements ImportOption {
        @Override
        public boolean includes(Location location) {
            return !location.contains("io/whence/contracts/");
        }
    }
}
