/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.whence.domain.policy.PolicyDocument;
import io.whence.domain.policy.PolicyProblem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The keys of a policy file, one place for reading and writing. */
final class PolicyKeys {
    private static final String ID = "id";
    private static final String VERSIONS = "versions";
    private static final String VERSION = "version";
    private static final String TITLE = "title";
    private static final String SOURCE = "source";
    private static final String SOURCE_DATE = "source_date";
    private static final String ANNOUNCED = "announced";
    private static final String EFFECTIVE = "effective";
    private static final String MODE = "mode";
    private static final String GRACE = "grace";
    private static final String DEFAULT = "default";
    private static final String SUPPORTED = "supported";
    private static final String UNSUPPORTED = "unsupported";
    private static final String EXCEPT = "except";
    private static final String INHERIT = "inherit";
    private static final String INHERIT_EXCEPT = "inherit_except";
    private static final String THRESHOLDS = "thresholds";
    private static final String APPROVALS = "approvals";
    private static final String REMINDER = "reminder";
    private static final String CLEAN_PERIOD = "clean_period";
    private static final String PROBATION = "probation";
    private static final String DATABASE_AGE = "database_age";
    private static final String VISITS = "visits";
    private static final String PRODUCTS = "products";
    private static final String APPROVED_BY = "approved_by";

    private static final List<String> OF_POLICY = List.of(ID, VERSIONS);
    private static final List<String> OF_VERSION = List.of(
            VERSION,
            TITLE,
            SOURCE,
            SOURCE_DATE,
            ANNOUNCED,
            EFFECTIVE,
            MODE,
            GRACE,
            DEFAULT,
            SUPPORTED,
            UNSUPPORTED,
            EXCEPT,
            INHERIT,
            INHERIT_EXCEPT,
            THRESHOLDS,
            APPROVALS,
            REMINDER,
            CLEAN_PERIOD,
            PROBATION,
            DATABASE_AGE,
            VISITS,
            PRODUCTS,
            APPROVED_BY);

    private PolicyKeys() {}

    /** What is written in a file; what cannot be read is left out and noted. */
    static PolicyDocument document(JsonNode file, List<PolicyProblem> problems) {
        var policy = new YamlFields("", file, OF_POLICY, problems);
        return new PolicyDocument(
                policy.text(ID),
                policy.mappings(VERSIONS, OF_VERSION).stream()
                        .map(PolicyKeys::version)
                        .toList());
    }

    /** The file to write; what is null or empty is left out. */
    static ObjectNode tree(PolicyDocument document) {
        var file = JsonNodeFactory.instance.objectNode();
        put(file, ID, document.id());
        var versions = file.putArray(VERSIONS);
        document.versions().forEach(version -> versions.add(tree(version)));
        return file;
    }

    private static PolicyDocument.Version version(YamlFields fields) {
        return new PolicyDocument.Version(
                fields.text(VERSION),
                fields.text(TITLE),
                fields.text(SOURCE),
                fields.text(SOURCE_DATE),
                fields.text(ANNOUNCED),
                fields.text(EFFECTIVE),
                fields.text(MODE),
                enforcement(fields),
                fields.text(DEFAULT),
                fields.texts(SUPPORTED),
                fields.texts(UNSUPPORTED),
                fields.texts(EXCEPT),
                fields.text(INHERIT),
                fields.texts(INHERIT_EXCEPT),
                fields.textsByName(THRESHOLDS),
                fields.texts(PRODUCTS),
                fields.texts(APPROVED_BY));
    }

    private static PolicyDocument.Enforcement enforcement(YamlFields fields) {
        return new PolicyDocument.Enforcement(
                fields.text(GRACE),
                fields.text(APPROVALS),
                fields.text(REMINDER),
                fields.text(CLEAN_PERIOD),
                fields.text(PROBATION),
                fields.text(DATABASE_AGE),
                fields.text(VISITS));
    }

    private static ObjectNode tree(PolicyDocument.Version version) {
        var tree = JsonNodeFactory.instance.objectNode();
        put(tree, VERSION, version.version());
        put(tree, TITLE, version.title());
        put(tree, SOURCE, version.source());
        put(tree, SOURCE_DATE, version.sourceDate());
        put(tree, ANNOUNCED, version.announced());
        put(tree, EFFECTIVE, version.effective());
        put(tree, MODE, version.mode());
        put(tree, version.enforcement());
        put(tree, PRODUCTS, version.products());
        put(tree, APPROVED_BY, version.approvedBy());
        put(tree, DEFAULT, version.defaultStanding());
        put(tree, SUPPORTED, version.supported());
        put(tree, UNSUPPORTED, version.unsupported());
        put(tree, EXCEPT, version.except());
        put(tree, INHERIT, version.inherit());
        put(tree, INHERIT_EXCEPT, version.inheritExcept());
        if (!version.thresholds().isEmpty()) {
            var thresholds = tree.putObject(THRESHOLDS);
            version.thresholds().forEach(thresholds::put);
        }
        return tree;
    }

    private static void put(ObjectNode tree, PolicyDocument.Enforcement enforcement) {
        put(tree, GRACE, enforcement.grace());
        put(tree, APPROVALS, enforcement.approvals());
        put(tree, REMINDER, enforcement.reminder());
        put(tree, CLEAN_PERIOD, enforcement.cleanPeriod());
        put(tree, PROBATION, enforcement.probation());
        put(tree, DATABASE_AGE, enforcement.databaseAge());
        put(tree, VISITS, enforcement.visits());
    }

    private static void put(ObjectNode tree, String key, @Nullable String value) {
        if (value != null) {
            tree.put(key, value);
        }
    }

    private static void put(ObjectNode tree, String key, List<String> values) {
        if (!values.isEmpty()) {
            var list = tree.putArray(key);
            values.forEach(list::add);
        }
    }
}
