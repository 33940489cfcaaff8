/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What OCSF 1.8.0 says of a Compliance Finding and of the objects we put into it: restated from the attributes of 1.7.0
 * and the change log of 1.8.0 in github.com/ocsf/ocsf-schema, of which these are the attributes outside profiles and
 * not deprecated.
 */
final class OcsfSchema {

    private static final Set<String> TEXTS = Set.of(
            "activity_name",
            "category_name",
            "class_name",
            "type_name",
            "severity",
            "status",
            "message",
            "metadata/version",
            "metadata/uid",
            "metadata/event_code",
            "metadata/log_name",
            "metadata/original_time",
            "metadata/product/name",
            "metadata/product/vendor_name",
            "finding_info/uid",
            "finding_info/title",
            "finding_info/desc",
            "compliance/control",
            "compliance/status",
            "compliance/status_code",
            "resources/uid",
            "resources/type",
            "remediation/desc");

    private static final Set<String> WHOLE_NUMBERS = Set.of(
            "activity_id",
            "category_uid",
            "class_uid",
            "type_uid",
            "severity_id",
            "status_id",
            "confidence_score",
            "time",
            "metadata/sequence",
            "finding_info/created_time",
            "finding_info/modified_time",
            "finding_info/first_seen_time",
            "finding_info/last_seen_time",
            "compliance/status_id");

    private static final Set<String> LISTS_OF_TEXTS = Set.of(
            "finding_info/types", "compliance/standards", "compliance/requirements", "compliance/status_details");

    private static final Set<String> OBJECTS =
            Set.of("metadata", "metadata/product", "finding_info", "compliance", "remediation", "unmapped");

    /** What the schema requires of the class and of objects that must be there; of a product, one of name and uid. */
    private static final List<String> REQUIRED = List.of(
            "/activity_id",
            "/category_uid",
            "/class_uid",
            "/type_uid",
            "/severity_id",
            "/time",
            "/metadata/version",
            "/metadata/product/name",
            "/finding_info/uid",
            "/compliance");

    /** The captions of the ids that have one beside them: the number of a caption is its place. */
    private static final Map<String, List<String>> CAPTIONS = Map.of(
            "/activity_id /activity_name", List.of("Unknown", "Create", "Update", "Close"),
            "/severity_id /severity", List.of("Unknown", "Informational", "Low", "Medium", "High", "Critical", "Fatal"),
            "/status_id /status",
                    List.of("Unknown", "New", "In Progress", "Suppressed", "Resolved", "Archived", "Deleted"),
            "/compliance/status_id /compliance/status", List.of("Unknown", "Pass", "Warning", "Fail"));

    private OcsfSchema() {}

    /** Fails on anything that the schema does not have, has in another form, or requires and is missing. */
    static void check(JsonNode finding) {
        REQUIRED.forEach(path -> assertThat(finding.at(path).isMissingNode())
                .as(path + " is there")
                .isFalse());
        assertThat(finding.has("remediation"))
                .isEqualTo(finding.at("/remediation").has("desc"));
        attributes(finding, "");
        CAPTIONS.forEach((pair, captions) -> {
            String[] paths = pair.split(" ");
            assertThat(finding.at(paths[1]).asText())
                    .as(pair)
                    .isEqualTo(captions.get(finding.at(paths[0]).asInt()));
        });
        assertThat(finding.at("/category_uid").asInt()).isEqualTo(2);
        assertThat(finding.at("/category_name").asText()).isEqualTo("Findings");
        assertThat(finding.at("/class_uid").asInt()).isEqualTo(2003);
        assertThat(finding.at("/class_name").asText()).isEqualTo("Compliance Finding");
        assertThat(finding.at("/type_uid").asInt())
                .isEqualTo(200_300 + finding.at("/activity_id").asInt());
        assertThat(finding.at("/type_name").asText())
                .isEqualTo("Compliance Finding: " + finding.at("/activity_name").asText());
        assertThat(finding.at("/metadata/version").asText()).isEqualTo("1.8.0");
    }

    private static void attributes(JsonNode object, String prefix) {
        object.properties().forEach(field -> attribute(prefix + field.getKey(), field.getValue()));
    }

    private static void attribute(String path, JsonNode value) {
        if (path.equals("resources")) {
            assertThat(value).isNotEmpty();
            value.forEach(resource -> assertThat(resource.has("uid")).as(path).isTrue());
            value.forEach(resource -> attributes(resource, path + "/"));
        } else if (OBJECTS.contains(path)) {
            assertThat(value.isObject()).as(path).isTrue();
            if (!path.equals("unmapped")) {
                attributes(value, path + "/");
            }
        } else if (LISTS_OF_TEXTS.contains(path)) {
            assertThat(value.isArray()).as(path).isTrue();
            assertThat(value).as(path).isNotEmpty().allMatch(JsonNode::isTextual);
        } else if (WHOLE_NUMBERS.contains(path)) {
            assertThat(value.isIntegralNumber()).as(path).isTrue();
        } else {
            assertThat(TEXTS).contains(path);
            assertThat(value.isTextual()).as(path).isTrue();
        }
    }
}
