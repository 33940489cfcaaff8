/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.whence.domain.access.DeadLetter;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** What contracts tell whoever reads them as JSON. */
class ContractJsonTest extends RegisteredContracts {

    @Test
    void regionalTrafficIsToldInFull() {
        assertThat(Contracts.REGIONAL_TRAFFIC.toJson(Samples.judgedTally()))
                .isEqualTo("{\"organization_id\":\"org-1\",\"region\":\"CN\",\"day\":\"2024-07-09\","
                        + "\"network_type\":\"EYEBALL\",\"disputed\":true,\"requests\":1000,\"refused\":25,"
                        + "\"addresses\":2,\"first_seen\":\"2024-07-09T00:00:00Z\","
                        + "\"last_seen\":\"2024-07-09T12:00:00.123Z\","
                        + "\"keys\":[{\"api_key_id\":\"key-1\",\"requests\":600},"
                        + "{\"api_key_id\":\"key-2\",\"requests\":375}],"
                        + "\"networks\":[{\"prefix\":\"203.0.113.0/24\",\"asn\":4134,\"name\":\"Example Telecom\","
                        + "\"type\":\"EYEBALL\",\"requests\":900},{\"prefix\":\"198.51.100.0/24\",\"asn\":null,"
                        + "\"name\":null,\"type\":\"EYEBALL\",\"requests\":75}],"
                        + "\"standings\":[{\"policy_id\":\"openai-api\",\"policy_version\":1,"
                        + "\"standing\":\"INDETERMINATE\"}],\"product\":\"chat\"}");
    }

    @Test
    void anAssessmentNamesItsExplanationsMostProbableFirst() throws Exception {
        var json = new ObjectMapper().readTree(Contracts.ASSESSMENT.toJson(Samples.assessment()));

        assertThat(json.get("unsupported_requests").asLong()).isEqualTo(1_000);
        assertThat(json.get("policy_version").asInt()).isEqualTo(1);
        assertThat(json.get("explanations").findValuesAsText("classification")).containsExactly("DIRECT", "TRAVELLER");
        assertThat(json.get("explanations").get(0).get("probability").asDouble())
                .isEqualTo(Samples.assessment().probability());
    }

    @Test
    void aNoticeAnswersTheSixQuestions() throws Exception {
        var json = new ObjectMapper().readTree(Contracts.NOTICE.toJson(Samples.notice()));
        var region = json.get("regions").get(0);

        assertThat(region.get("keys").get(0).get("api_key_id").asText())
                .as("which key")
                .isEqualTo("key-1");
        assertThat(region.get("region").asText()).as("from where").isEqualTo("CN");
        assertThat(region.get("networks").get(0).get("prefix").asText()).isEqualTo("203.0.113.0/24");
        assertThat(region.get("first_seen").asText()).as("when").isEqualTo("2024-07-09T00:00:00Z");
        assertThat(region.get("requests").asLong()).as("how much").isEqualTo(1_000);
        assertThat(json.get("probability").asDouble()).as("how sure").isEqualTo(0.587);
        assertThat(json.get("remedy").asText()).as("what now").isEqualTo("Stop using the API from CN.");
        assertThat(json.get("mode").asText()).isEqualTo("LIVE");
        assertThat(json.get("organization_name").asText()).isEqualTo("Example Ltd");
        assertThat(json.get("policy_title").asText()).startsWith("OpenAI API");
        assertThat(json.get("summary").asText()).isEqualTo("1,000 requests from China in one day.");
    }

    @Test
    void anythingThatTravelsCanBeReadAsJson() {
        var bytes = Contracts.NOTICE.serializer(registry, Wire.impatient()).serialize("topic", Samples.notice());

        assertThat(Contracts.NOTICE.jsonDecoder(registry).decode(bytes))
                .isEqualTo(new Decoded.Value<>(Contracts.NOTICE.toJson(Samples.notice())));
    }

    @Test
    void aDeadLetterOfAHugeRecordStaysSmall() throws Exception {
        var payload = new byte[900_000];
        Arrays.fill(payload, (byte) 'x');
        var letter = new DeadLetter(
                "FIELD_TOO_LONG", null, "é".repeat(200_000), "t", 0, 0, Samples.DAY, new byte[100_000], payload);

        var bytes = Contracts.DEAD_LETTER.serializer(registry, Wire.impatient()).serialize("dead-letters", letter);
        var json = new ObjectMapper()
                .readTree(((Decoded.Value<String>)
                                Contracts.DEAD_LETTER.jsonDecoder(registry).decode(bytes))
                        .value());

        assertThat(bytes).hasSizeLessThan(72_000);
        assertThat(json.get("payload").binaryValue()).hasSize(65_536);
        assertThat(json.get("payload_length").asLong()).isEqualTo(900_000);
        assertThat(json.get("payload_sha256").asText()).isEqualTo(sha256(payload));
        assertThat(json.get("key").binaryValue()).hasSize(1_024);
        assertThat(json.get("message").asText().getBytes(StandardCharsets.UTF_8))
                .hasSize(4_096);
        assertThat(json.get("message").asText()).endsWith("é");
    }

    private static String sha256(byte[] payload) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(payload));
    }

    @Test
    void aDeadLetterTellsItsRecordInFull() throws Exception {
        var payload = new byte[] {0, 1, (byte) 0xff};

        assertThat(Contracts.DEAD_LETTER.toJson(Samples.deadLetter(payload)))
                .isEqualTo("{\"reason\":\"TRUNCATED_BODY\",\"message\":\"the record ends here\","
                        + "\"field\":\"event_id\",\"topic\":\"access-logs\",\"partition\":3,"
                        + "\"offset\":1099511627776,\"timestamp\":\"2024-07-09T00:00:00Z\",\"key\":\"AQI=\","
                        + "\"payload\":\"AAH/\",\"payload_length\":3,\"payload_sha256\":\"" + sha256(payload) + "\"}");
        assertThat(Contracts.DEAD_LETTER.toJson(Samples.deadLetter(null)))
                .contains("\"payload\":null,\"payload_length\":0,\"payload_sha256\":null");
    }
}
