/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.whence.domain.policy.PolicyCompilation;
import io.whence.domain.policy.PolicyProblem;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What people get wrong in a policy, and what they are told. */
class PolicyRefusalTest {

    static final String IN_ORDER = PolicyText.with(
            "mode: live",
            "default: unsupported",
            "supported: [DE, UA]",
            "unsupported: [HK, MO, AQ, EH]",
            "except: [UA-43]",
            "inherit: true",
            "thresholds: {requests: 100}");

    @Test
    void startsFromAPolicyInOrder() {
        assertThat(compile(IN_ORDER).problems()).isEmpty();
        assertThat(compile(IN_ORDER).warnings()).isEmpty();
    }

    static Stream<Arguments> refusals() {
        return Stream.of(
                arguments(
                        "id: Open AI",
                        "id: 'Open AI' is not a name in lower case letters, digits and single hyphens;"
                                + " write it like 'openai-api'"),
                arguments("version: one", "version: 'one' is not a whole number from 1 upwards; write it like '1'"),
                arguments("version: 0", "version: '0' is not a whole number from 1 upwards; write it like '1'"),
                arguments("title: ''", "title: missing; write a text like 'Regions in which the API is supported'"),
                arguments("source: ' '", "source: missing; write a text like 'Help page of the provider, https://...'"),
                arguments("source_date: June", "source_date: 'June' is not a date; write it like '2024-06-25'"),
                arguments(
                        "announced: 2024-07-10",
                        "announced: announced at 2024-07-10T00:00:00Z, after it takes effect at 2024-07-09T00:00:00Z;"
                                + " announce a version no later than it takes effect"),
                arguments(
                        "effective: 2024-07-09T09:00:00Z",
                        "effective: '2024-07-09T09:00:00Z' is not at 00:00 UTC: traffic is tallied by UTC day and each"
                                + " day is judged by one version; write '2024-07-09T00:00:00Z'"),
                arguments(
                        "effective: 2024-07-10T00:00:00+08:00",
                        "effective: '2024-07-10T00:00:00+08:00' is not at 00:00 UTC: traffic is tallied by UTC day and"
                                + " each day is judged by one version; write '2024-07-09T00:00:00Z'"),
                arguments(
                        "effective: 9 July 2024",
                        "effective: '9 July 2024' is not a date; write it like '2024-07-09T00:00:00Z'"),
                arguments("mode: on", "mode: unknown word 'on', write one of shadow, live"),
                arguments("mode: Live", "mode: unknown word 'Live', did you mean 'live'?"),
                arguments("grace: -P1D", "grace: '-P1D' is not a duration of zero or more; write it like 'P15D'"),
                arguments("grace: 15 days", "grace: '15 days' is not a duration of zero or more; write it like 'P15D'"),
                arguments("approvals: 6", "approvals: '6' is not a whole number from 0 to 5; write it like '2'"),
                arguments("approvals: -1", "approvals: '-1' is not a whole number from 0 to 5; write it like '2'"),
                arguments("approvals: two", "approvals: 'two' is not a whole number from 0 to 5; write it like '2'"),
                arguments(
                        "reminder: -P1D", "reminder: '-P1D' is not a duration from P0D to P366D; write it like 'P3D'"),
                arguments(
                        "reminder: 3 days",
                        "reminder: '3 days' is not a duration from P0D to P366D; write it like 'P3D'"),
                arguments(
                        "clean_period: PT0S",
                        "clean_period: 'PT0S' is not a duration from P1D to P366D; write it like 'P14D'"),
                arguments(
                        "probation: P367D",
                        "probation: 'P367D' is not a duration from P0D to P366D; write it like 'P30D'"),
                arguments(
                        "database_age: P181D",
                        "database_age: 'P181D' is not a duration from P1D to P180D; write it like 'P90D'"),
                arguments("visits: blocked", "visits: unknown word 'blocked', write one of served, refused"),
                arguments(
                        "approvals: 1\n    visits: refused",
                        "visits: a visit has no case that an officer could approve, and 1 approvals are asked for;"
                                + " write 'approvals: 0', or leave visits served"),
                arguments("default: ''", "default: missing; write supported or unsupported like 'unsupported'"),
                arguments("default: suported", "default: unknown word 'suported', did you mean 'supported'?"),
                arguments("inherit: yes", "inherit: unknown word 'yes', write one of true, false"));
    }

    static Stream<Arguments> refusalsOfRegions() {
        return Stream.of(
                arguments("supported: [DE, UK]", "supported[1]: unknown region 'UK', did you mean 'GB'?"),
                arguments("supported: [DE, de]", "supported[1]: unknown region 'de', did you mean 'DE'?"),
                arguments("supported: [DE, Spain]", "supported[1]: unknown region 'Spain', did you mean 'ES'?"),
                arguments(
                        "supported: [UA-43x]",
                        "supported[0]: unknown region 'UA-43x': write a code of ISO 3166-1"
                                + " like 'DE', or of ISO 3166-2 like 'UA-43'"),
                arguments("except: [Crimea]", "except[0]: unknown region 'Crimea', did you mean 'UA-43'?"),
                arguments("except: [UA_43]", "except[0]: unknown region 'UA_43', did you mean 'UA-43'?"),
                arguments(
                        "supported: [QQ]",
                        "supported[0]: unknown region 'QQ': write a code of ISO 3166-1 like 'DE',"
                                + " or of ISO 3166-2 like 'UA-43'"),
                arguments(
                        "supported: [ZZ]",
                        "supported[0]: 'ZZ' stands for the unknown region, which is always"
                                + " indeterminate; remove it"),
                arguments(
                        "supported: [DE, FR, DE]",
                        "supported[2]: 'DE' is already at versions[0].supported[0];" + " remove one of the two"),
                arguments(
                        "unsupported: [HK, DE]",
                        "unsupported[1]: 'DE' is also supported, at"
                                + " versions[0].supported[0]; keep it in one list only"),
                arguments(
                        "unsupported: [UA-43]",
                        "except[0]: 'UA-43' is already at versions[0].unsupported[0];" + " remove one of the two"),
                arguments("unsupported: [CN-HK]", "unsupported[0]: 'CN-HK' has a code of its own; write 'HK'"),
                arguments("supported: [US-PR]", "supported[0]: 'US-PR' has a code of its own; write 'PR'"),
                arguments(
                        "except: [CY-07]",
                        "except[0]: unknown subdivision 'CY-07' of Cyprus; ISO 3166-2 has CY-01,"
                                + " CY-02, CY-03, CY-04, CY-05, CY-06"),
                arguments(
                        "except: [FR]",
                        "except[0]: 'FR' is a country, and only parts of countries are excepted;"
                                + " write it under 'unsupported'"),
                arguments(
                        "inherit_except: [HK]",
                        "inherit_except[0]: 'HK' inherits from nobody; remove it, or name it"
                                + " under 'supported' or 'unsupported'"),
                arguments(
                        "inherit_except: [PR, PR]",
                        "inherit_except[1]: 'PR' is written twice; remove one of the" + " two"));
    }

    static Stream<Arguments> refusalsOfScope() {
        return Stream.of(
                arguments(
                        "products: [chat, /v1/images]",
                        "products[1]: '/v1/images' is not a product in lower case letters, digits and hyphens;"
                                + " write it like 'chat'"),
                arguments(
                        "products: [Chat]",
                        "products[0]: 'Chat' is not a product in lower case letters, digits and hyphens;"
                                + " write it like 'chat'"),
                arguments("products: [chat, chat]", "products[1]: 'chat' is written twice; remove one of the two"),
                arguments(
                        "products: []",
                        "products: empty list, which is never read as all or none;"
                                + " write its entries, or remove the key"),
                arguments(
                        "approved_by: [Jane Doe, ' jane  DOE']",
                        "approved_by[1]: 'jane  DOE' is the same person as 'Jane Doe'; each signs once,"
                                + " remove one of the two"),
                arguments(
                        "approved_by: [' ']",
                        "approved_by[0]: missing; write a name in one line of at most 100 letters like 'Jane Doe'"));
    }

    static Stream<Arguments> refusalsOfThresholds() {
        return Stream.of(
                arguments("{requests: 0}", "requests: '0' is not a whole number from 1 upwards; write it like '100'"),
                arguments(
                        "{requests: 2.5}",
                        "requests: '2.5' is not a whole number from 1 upwards; write it like" + " '100'"),
                arguments("{days: 29}", "days: '29' is not a whole number from 1 to 28; write it like '4'"),
                arguments(
                        "{window_days: 400}",
                        "window_days: '400' is not a whole number from 1 to 366; write it like" + " '28'"),
                arguments("{share: 1 %}", "share: '1 %' is not a number from 0 to 1; write it like '0.01'"),
                arguments("{share: 1.01}", "share: '1.01' is not a number from 0 to 1; write it like '0.01'"),
                arguments(
                        "{probability: -0.1}",
                        "probability: '-0.1' is not a number from 0 to 1; write it like" + " '0.2'"),
                arguments(
                        "{requests_regardless_of_share: 99}",
                        "requests_regardless_of_share: '99' is not a whole"
                                + " number from 100 upwards; write it like '1000'"),
                arguments("{reqests: 5}", "reqests: unknown threshold, did you mean 'requests'?"),
                arguments(
                        "{weight: 5}",
                        "weight: unknown threshold; there are requests, days, share,"
                                + " requests_regardless_of_share, probability, window_days"));
    }

    @ParameterizedTest
    @MethodSource({"refusals", "refusalsOfRegions", "refusalsOfScope"})
    void refusesAndSaysWhatToWrite(String line, String message) {
        var path = line.startsWith("id:") ? "" : "versions[0].";

        assertThat(compile(with(line)).problems())
                .extracting(PolicyProblem::toString)
                .containsExactly(path + message);
    }

    @ParameterizedTest
    @MethodSource("refusalsOfThresholds")
    void refusesThresholdsOutOfRange(String thresholds, String message) {
        assertThat(compile(with("thresholds: " + thresholds)).problems())
                .extracting(PolicyProblem::toString)
                .containsExactly("versions[0].thresholds." + message);
    }

    @Test
    void refusesAPolicyThatSupportsNobody() {
        assertThat(compile(IN_ORDER.replace("    supported: [DE, UA]\n", "")).problems())
                .extracting(PolicyProblem::toString)
                .containsExactly("versions[0].supported: no region is supported: an empty list never means that"
                        + " everyone is unsupported; list what is supported, or write 'default: supported'");
    }

    @Test
    void refusesSilenceAboutTerritoriesOfNamedCountriesWhereNobodyInherits() {
        assertThat(compile(IN_ORDER.replace("[DE, UA]", "[US, NO, UA, GU]")
                                .replace("inherit: true", "inherit: false\n    inherit_except: [PR, SJ]"))
                        .problems())
                .extracting(PolicyProblem::toString)
                .containsExactly("versions[0].inherit: nothing is said of territories of named countries: AS, BV, MP,"
                        + " UM, VI; name each, let them inherit with 'inherit: true', or leave them unsupported under"
                        + " 'inherit_except'");
    }

    @Test
    void namesEveryProblemAtOnceInTheOrderOfTheFile() {
        var problems = compile(IN_ORDER.replace("mode: live", "mode: loud")
                        .replace("P15D", "soon")
                        .replace("[DE, UA]", "[UK, UA, QQ]")
                        .replace("{requests: 100}", "{days: 0}"))
                .problems();

        assertThat(problems)
                .extracting(PolicyProblem::path, PolicyProblem::value)
                .containsExactly(
                        tuple("versions[0].grace", "soon"),
                        tuple("versions[0].mode", "loud"),
                        tuple("versions[0].supported[0]", "UK"),
                        tuple("versions[0].supported[2]", "QQ"),
                        tuple("versions[0].thresholds.days", "0"));
    }

    static Stream<Arguments> warnings() {
        return Stream.of(
                arguments(
                        "except: [CY-06]",
                        ".except[0]: 'CY-06' changes nothing: all of Cyprus is unsupported;" + " remove it"),
                arguments(
                        "supported: [DE, UA, UA-30]",
                        ".supported[2]: 'UA-30' changes nothing: all of Ukraine is" + " supported; remove it"),
                arguments(
                        "except: [DE-BE]",
                        ".except[0]: the subdivisions of Germany are not known here; check that"
                                + " ISO 3166-2 has 'DE-BE'"),
                arguments(
                        "unsupported: [HK, MO, AQ]",
                        ": Western Sahara (EH) is not named and unsupported by default:"
                                + " it has nobody to inherit from; name it under 'supported' or 'unsupported'"),
                arguments(
                        "supported: [US, PR, UA]\n    inherit_except: [PR]",
                        ".inherit_except[0]: 'PR' changes nothing:"
                                + " it is named at versions[0].supported[1]; remove it"),
                arguments(
                        "reminder: P15D",
                        ".reminder: 'P15D' is not shorter than the grace, so that a reminder would go out with its"
                                + " notice; write a shorter time, or PT0S for no reminder"));
    }

    @ParameterizedTest
    @MethodSource("warnings")
    void warnsOfWhatMayNotBeMeant(String line, String message) {
        assertThat(compile(with(line)).warnings())
                .extracting(PolicyProblem::toString)
                .containsExactly("versions[0]" + message);
    }

    private static String with(String line) {
        var key = line.substring(0, line.indexOf(':'));
        var written = Pattern.compile("(?m)^(  - |    |)" + key + ":.*$").matcher(IN_ORDER);
        return written.find() ? written.replaceFirst("$1" + line) : IN_ORDER + "    " + line + "\n";
    }

    static PolicyCompilation compile(String yaml) {
        return PolicyYaml.read("policy.yaml", yaml).compile();
    }
}
