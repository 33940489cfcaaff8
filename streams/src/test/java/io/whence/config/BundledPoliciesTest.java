/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.whence.domain.origin.Region;
import io.whence.domain.policy.Iso3166;
import io.whence.domain.policy.Policies;
import io.whence.domain.policy.PolicyMode;
import io.whence.domain.policy.PolicyVersion;
import io.whence.domain.policy.RegionPolicy;
import io.whence.domain.policy.Standing;
import io.whence.domain.policy.Thresholds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BundledPoliciesTest {

    /** The 188 entries of the provider's page without Ukraine, which is supported in part. */
    private static final String NAMED = """
            AD AE AF AG AL AM AO AR AT AU AZ BA BB BD BE BF BG BH BI BJ BN BO BR BS BT BW BZ CA CD CF CG CH
            CI CL CM CO CR CV CY CZ DE DJ DK DM DO DZ EC EE EG ER ES ET FI FJ FM FR GA GB GD GE GH GM GN GQ
            GR GT GW GY HN HR HT HU ID IE IL IN IQ IS IT JM JO JP KE KG KH KI KM KN KR KW KZ LA LB LC LI LK
            LR LS LT LU LV LY MA MC MD ME MG MH MK ML MM MN MR MT MU MV MW MX MY MZ NA NE NG NI NL NO NP NR
            NZ OM PA PE PG PH PK PL PS PT PW PY QA RO RS RW SA SB SC SD SE SG SI SK SL SM SN SO SR SS ST SV
            SZ TD TG TH TJ TL TM TN TO TR TT TV TW TZ UG US UY UZ VA VC VN VU WS YE ZA ZM ZW
            """;

    /** The territories that the page does not name and that follow their sovereign. */
    private static final String INHERITING = """
            AI AS AW AX BL BM BQ BV CC CK CW CX FK FO GF GG GI GL GP GS GU HM IM IO JE KY MF MP MQ MS NC NF
            NU PF PM PN PR RE SH SJ SX TC TF TK UM VG VI WF XK YT
            """;

    private static final String UNSUPPORTED = "AQ BY CN CU EH HK IR KP MO RU SY VE";

    @Test
    void openAiPolicySaysOfEveryCodeWhatTheProvidersListSays() throws IOException {
        var expected = new TreeMap<String, Standing>();
        expected.put("UA", Standing.INDETERMINATE);
        codes(NAMED).forEach(code -> expected.put(code, Standing.SUPPORTED));
        codes(INHERITING).forEach(code -> expected.put(code, Standing.SUPPORTED));
        codes(UNSUPPORTED).forEach(code -> expected.put(code, Standing.UNSUPPORTED));
        var version = openAi();

        var actual = Iso3166.countries().keySet().stream()
                .collect(Collectors.toMap(Region::code, version::standingOf, (one, other) -> one, TreeMap::new));

        assertThat(actual).hasSize(250).isEqualTo(expected);
    }

    @Test
    void openAiPolicyLists188EntriesAndCompilesWithoutWarnings() throws IOException {
        var file = PolicyYaml.load("openai-api");

        assertThat(file.document().versions().get(0).supported()).hasSize(188).doesNotHaveDuplicates();
        assertThat(file.compile().problems()).isEmpty();
        assertThat(file.compile().warnings()).isEmpty();
        assertThat(codes(NAMED)).hasSize(187);
    }

    @Test
    void openAiPolicyListsWhatTheSnapshotLists() throws IOException {
        var folder = System.getProperty("whence.shared.data", "");
        assumeFalse(folder.isEmpty(), "needs the snapshot, named by -Dwhence.shared.data");
        var snapshot = Files.readAllLines(Path.of(folder, "policy/openai_api_supported_snapshot.csv")).stream()
                .skip(1)
                .map(line -> line.split(",", -1)[1])
                .toList();

        assertThat(PolicyYaml.load("openai-api").document().versions().get(0).supported())
                .isEqualTo(snapshot);
    }

    @ParameterizedTest
    @CsvSource({
        "UA, INDETERMINATE",
        "UA-43, UNSUPPORTED",
        "UA-40, UNSUPPORTED",
        "UA-14, UNSUPPORTED",
        "UA-09, UNSUPPORTED",
        "UA-12, SUPPORTED",
        "UA-30, SUPPORTED",
        "ZZ, INDETERMINATE",
        "EU, INDETERMINATE",
        "CN-BJ, UNSUPPORTED",
        "CN-HK, UNSUPPORTED",
        "CN-TW, SUPPORTED",
        "US-CA, SUPPORTED",
        "FR-974, SUPPORTED"
    })
    void openAiPolicyTellsPartsOfACountryApart(String code, Standing standing) throws IOException {
        assertThat(openAi().standingOf(new Region(code))).isEqualTo(standing);
    }

    @Test
    void openAiPolicyIsLiveWithTheDatesAndTheGraceOf2024() throws IOException {
        var version = openAi();

        assertThat(version.mode()).isEqualTo(PolicyMode.LIVE);
        assertThat(version.announcedAt()).isEqualTo("2024-06-24T00:00:00Z");
        assertThat(version.effectiveAt()).isEqualTo("2024-07-09T00:00:00Z");
        assertThat(version.grace()).isEqualTo(Duration.ofDays(15));
        assertThat(version.announcedAt().plus(version.grace())).isEqualTo(version.effectiveAt());
        assertThat(version.thresholds()).isEqualTo(Thresholds.DEFAULT);
    }

    @ParameterizedTest
    @CsvSource({
        "UA-43, 2014-12-18T23:59:59.999Z, UNSUPPORTED", // a preview by the first version
        "UA-43, 2014-12-19T00:00:00Z, UNSUPPORTED",
        "UA-14, 2022-02-20T23:59:59.999Z, SUPPORTED",
        "UA-14, 2022-02-21T00:00:00Z, UNSUPPORTED",
        "UA-09, 2022-02-20T23:59:59.999Z, SUPPORTED",
        "UA-09, 2022-02-21T00:00:00Z, UNSUPPORTED",
        "SY, 2025-06-30T23:59:59.999Z, UNSUPPORTED",
        "SY, 2025-07-01T00:00:00Z, SUPPORTED",
        "KP, 2026-01-01T00:00:00Z, UNSUPPORTED",
        "RU, 2026-01-01T00:00:00Z, SUPPORTED",
        "UA, 2026-01-01T00:00:00Z, INDETERMINATE"
    })
    void sanctionsExampleJudgesEachDayByTheOrdersThenInForce(String code, Instant at, Standing standing)
            throws IOException {
        assertThat(load("sanctions-example").versionInForce(at).standingOf(new Region(code)))
                .isEqualTo(standing);
    }

    @Test
    void sanctionsExampleStaysInShadow() throws IOException {
        assertThat(load("sanctions-example").versions())
                .hasSize(3)
                .extracting(PolicyVersion::mode)
                .containsOnly(PolicyMode.SHADOW);
        assertThat(PolicyYaml.load("sanctions-example").compile().warnings()).isEmpty();
    }

    @Test
    void bundledPoliciesTogetherTrackPartsOfUkraineOnly() throws IOException {
        var policies = new Policies(List.of(load("openai-api"), load("sanctions-example")));

        assertThat(policies.trackedCountries()).containsExactly(new Region("UA"));
        assertThat(policies.watched(new Region("SY"))).isTrue();
        assertThat(policies.watched(new Region("PR"))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"openai-api", "sanctions-example"})
    void bundledPoliciesReadBackTheSameAfterWriting(String id) throws IOException {
        var document = PolicyYaml.load(id).document();

        var written = PolicyYaml.read(id, PolicyYaml.write(document));

        assertThat(written.document()).isEqualTo(document);
        assertThat(written.compile()).isEqualTo(PolicyYaml.load(id).compile());
    }

    private static PolicyVersion openAi() throws IOException {
        return load("openai-api").versionInForce(Instant.parse("2024-07-09T00:00:00Z"));
    }

    private static RegionPolicy load(String id) throws IOException {
        return PolicyYaml.load(id).compile().orThrow();
    }

    private static Set<String> codes(String text) {
        return new TreeSet<>(Arrays.asList(text.strip().split("\\s+")));
    }
}
