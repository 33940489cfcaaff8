/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.whence.query.Samples;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExportTest {

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "=cmd|' /C calc'!A0"})
    void noFieldIsAFormula(String text) {
        assertThat(CsvTable.field(text)).startsWith("'");
    }

    @Test
    void aFieldIsQuotedWhereItMustBe() {
        assertThat(CsvTable.field("plain")).isEqualTo("plain");
        assertThat(CsvTable.field("a,b")).isEqualTo("\"a,b\"");
        assertThat(CsvTable.field("say \"hi\"")).isEqualTo("\"say \"\"hi\"\"\"");
        assertThat(CsvTable.field("=a,\"b\"")).isEqualTo("\"'=a,\"\"b\"\"\"");
        assertThat(CsvTable.field("")).isEmpty();
    }

    @Test
    void numbersStayNumbersAndWhatIsNotThereIsEmpty() {
        assertThat(new String(new CsvTable("a", "b", "c").row("=x", -1, null).bytes(), StandardCharsets.UTF_8))
                .isEqualTo("a,b,c\r\n'=x,-1,\r\n");
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/organizations?format=csv, organizations.csv, text/csv; charset=utf-8; header=present",
        "/v1/organizations?format=jsonl, organizations.jsonl, application/jsonl; charset=utf-8",
        "/v1/notices?format=jsonl, compliance-notices.jsonl, application/jsonl; charset=utf-8",
        "/v1/organizations/org-jade-river/traffic?format=jsonl, regional-traffic-org-jade-river.jsonl, application/jsonl; charset=utf-8"
    })
    void whatIsExportedIsAFile(String path, String file, String type) {
        try (TestServer server = new TestServer(Samples.two())) {
            HttpResponse<String> export = server.get(path);

            assertThat(export.statusCode()).isEqualTo(200);
            assertThat(export.headers().firstValue("content-type")).hasValue(type);
            assertThat(export.headers().firstValue("content-disposition"))
                    .hasValue("attachment; filename=\"" + file + "\"");
        }
    }

    @Test
    void aLineStandsAlone() {
        try (TestServer server = new TestServer(Samples.two())) {
            String path = "/v1/organizations/" + Samples.JADE + "/traffic?from=2024-07-01&to=2024-07-02";
            JsonNode rows = Json.read(server.get(path).body(), JsonNode.class).at("/traffic");
            List<String> lines =
                    server.get(path + "&format=jsonl").body().lines().toList();

            assertThat(lines).hasSameSizeAs(rows).isNotEmpty();
            ObjectNode first = Json.read(lines.get(0), ObjectNode.class);
            assertThat(first.remove("organization_id").asText()).isEqualTo(Samples.JADE);
            assertThat(first).isEqualTo(rows.get(0));
        }
    }

    @Test
    void eachCaseIsARowOfTheTable() {
        try (TestServer server = new TestServer(Samples.two())) {
            List<String> rows = server.get("/v1/organizations?format=csv&q=jade")
                    .body()
                    .lines()
                    .toList();

            assertThat(rows.get(0)).startsWith("organization_id,name,policy_id,state,noticed_at");
            assertThat(rows.get(1)).startsWith(Samples.JADE + ",").contains(",openai-api,ENFORCED,2024-06-");
        }
    }

    @Test
    void aFileNameCannotCarryAHeaderOrAPath() {
        assertThat(Export.CSV.disposition("a/../b\"\r\nX: y")).isEqualTo("attachment; filename=\"a_.._b___X__y.csv\"");
    }

    @Test
    void aFormThatIsNotOfferedIsRefused() {
        try (TestServer server = new TestServer(Samples.two())) {
            assertThat(server.get("/v1/notices?format=csv").body()).contains("Give format as one of json, jsonl.");
        }
    }
}
