/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.whence.domain.origin.Region;
import io.whence.domain.policy.PolicyCompilation;
import io.whence.domain.policy.PolicyProblem;
import io.whence.domain.policy.Standing;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Which regions a policy means that it does not name. */
class PolicyRegionsTest {
    @Test
    void hongKongNeverFollowsChina() {
        var compilation = compile("supported: [CN]", "unsupported: [MO, AQ, EH]");

        assertThat(standing(compilation, "CN")).isEqualTo(Standing.SUPPORTED);
        assertThat(standing(compilation, "HK")).isEqualTo(Standing.UNSUPPORTED);
        assertThat(compilation.warnings())
                .extracting(PolicyProblem::toString)
                .containsExactly("versions[0]: Hong Kong (HK) is not named and unsupported by default: it does not"
                        + " inherit from China; name it under 'supported' or 'unsupported'");
    }

    @Test
    void territoriesFollowTheirSovereign() {
        var compilation = compile("supported: [US]");

        assertThat(standing(compilation, "PR")).isEqualTo(Standing.SUPPORTED);
        assertThat(standing(compilation, "RE")).isEqualTo(Standing.UNSUPPORTED);
    }

    @Test
    void aNameDecidesBeforeTheSovereign() {
        var compilation = compile("supported: [US]", "unsupported: [PR]");

        assertThat(standing(compilation, "PR")).isEqualTo(Standing.UNSUPPORTED);
        assertThat(standing(compilation, "GU")).isEqualTo(Standing.SUPPORTED);
    }

    @Test
    void territoriesCanBeLeftToTheDefault() {
        var one = compile("supported: [US]", "inherit_except: [PR]");
        var all = compile("supported: [US, PR]", "inherit: false", "inherit_except: [AS, GU, MP, UM, VI]");

        assertThat(standing(one, "PR")).isEqualTo(Standing.UNSUPPORTED);
        assertThat(standing(one, "GU")).isEqualTo(Standing.SUPPORTED);
        assertThat(standing(all, "PR")).isEqualTo(Standing.SUPPORTED);
        assertThat(standing(all, "GU")).isEqualTo(Standing.UNSUPPORTED);
    }

    @Test
    void territoriesFollowTheWholeOfACountryThatIsExceptedInPart() {
        var compilation = compile("supported: [US]", "except: [US-CA]");

        assertThat(standing(compilation, "US")).isEqualTo(Standing.INDETERMINATE);
        assertThat(standing(compilation, "PR")).isEqualTo(Standing.SUPPORTED);
        assertThat(standing(compilation, "US-PR")).isEqualTo(Standing.SUPPORTED);
    }

    @Test
    void onePartOfAnUnsupportedCountryCanBeSupported() {
        var compilation = compile("supported: [DE, UA-30]");

        assertThat(standing(compilation, "UA-30")).isEqualTo(Standing.SUPPORTED);
        assertThat(standing(compilation, "UA-32")).isEqualTo(Standing.UNSUPPORTED);
        assertThat(standing(compilation, "UA")).isEqualTo(Standing.INDETERMINATE);
    }

    private static Standing standing(PolicyCompilation compilation, String code) {
        return compilation.orThrow().versions().get(0).standingOf(new Region(code));
    }

    private static PolicyCompilation compile(String... lists) {
        var lines = Stream.concat(Stream.of("default: unsupported"), Arrays.stream(lists));
        var yaml = PolicyText.with(lines.toArray(String[]::new));
        return PolicyYaml.read("policy.yaml", yaml).compile();
    }
}
