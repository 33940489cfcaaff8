/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.whence.http.view.NoticeView;
import io.whence.http.view.TrafficView;
import io.whence.query.Samples;
import io.whence.query.TrafficDetail;
import io.whence.query.WhenceQueries;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The API and the topics call the same things by the same names. */
class ContractNamesTest {

    private final WhenceQueries queries = Samples.two().queries();

    @Test
    void aNoticeHasTheMembersOfItsContract() {
        JsonNode notice = json(NoticeView.of(queries.notices(0, 1).notices().get(0)));
        Schema contract = io.whence.contracts.Notice.getClassSchema();

        assertThat(members(notice)).containsExactlyInAnyOrderElementsOf(fields(contract));
        assertThat(members(notice.at("/regions/0")))
                .containsExactlyInAnyOrderElementsOf(fields(element(contract, "regions")));
        assertThat(members(notice.at("/reasons/0")))
                .containsExactlyInAnyOrderElementsOf(fields(element(contract, "reasons")));
        Schema region = element(contract, "regions");
        assertThat(members(notice.at("/regions/0/keys/0")))
                .containsExactlyInAnyOrderElementsOf(fields(element(region, "keys")));
        assertThat(members(notice.at("/regions/0/networks/0")))
                .containsExactlyInAnyOrderElementsOf(fields(element(region, "networks")));
        assertThat(members(notice.at("/geolocation_builds/0")))
                .containsExactlyInAnyOrderElementsOf(fields(element(contract, "geolocation_builds")));
    }

    @ParameterizedTest
    @EnumSource(TrafficDetail.class)
    void aRowOfTrafficHasTheMembersOfItsContractButForKeysAndNetworksThatNobodyAskedFor(TrafficDetail detail) {
        JsonNode row = json(TrafficView.of(
                        queries.traffic(Samples.JADE, Optional.empty(), detail).orElseThrow()))
                .at("/traffic/0");
        List<String> expected = fields(io.whence.contracts.RegionalTraffic.getClassSchema());
        expected.remove("organization_id");
        if (detail != TrafficDetail.KEY) {
            expected.remove("keys");
        }
        if (detail != TrafficDetail.NETWORK) {
            expected.remove("networks");
        }

        assertThat(members(row)).containsExactlyInAnyOrderElementsOf(expected);
    }

    private static JsonNode json(Object view) {
        return Json.read(new String(Json.write(view), java.nio.charset.StandardCharsets.UTF_8), JsonNode.class);
    }

    private static List<String> members(JsonNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static List<String> fields(Schema contract) {
        List<String> names = new ArrayList<>();
        contract.getFields().forEach(field -> names.add(field.name()));
        return names;
    }

    private static Schema element(Schema contract, String field) {
        return contract.getField(field).schema().getElementType();
    }
}
