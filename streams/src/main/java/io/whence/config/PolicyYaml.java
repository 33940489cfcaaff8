/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.config;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.whence.domain.policy.PolicyDocument;
import io.whence.domain.policy.PolicyProblem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.stream.Collectors;

/** Policies as YAML, the form in which people write them. Keys that are not known are problems, not ignored. */
public final class PolicyYaml {
    private static final List<String> BUNDLED = List.of("openai-api", "sanctions-example");

    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
            .enable(YAMLGenerator.Feature.INDENT_ARRAYS_WITH_INDICATOR)
            .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
            .disable(YAMLGenerator.Feature.SPLIT_LINES)
            .build();

    private PolicyYaml() {}

    /** The ids of the policies that come with the product. */
    public static List<String> bundledIds() {
        return BUNDLED;
    }

    /**
     * Reads a bundled policy by its id, or else the file of that name.
     *
     * @throws NoSuchFileException when there is neither
     * @throws IOException when the file cannot be read
     */
    public static PolicyFile load(String fileOrId) throws IOException {
        if (BUNDLED.contains(fileOrId)) {
            return read(fileOrId, bundled(fileOrId));
        }
        var file = Path.of(fileOrId);
        if (!Files.isRegularFile(file)) {
            throw new NoSuchFileException(
                    fileOrId, null, "no such file, and no bundled policy (" + String.join(", ", BUNDLED) + ")");
        }
        return read(fileOrId, Files.readString(file));
    }

    /** Reads a policy from text; whatever is wrong is among the problems of the file. */
    public static PolicyFile read(String name, String yaml) {
        var problems = new ArrayList<PolicyProblem>();
        var lines = new HashMap<String, Integer>();
        var document = new PolicyDocument(null, List.of());
        try (var parser = YAML.createParser(yaml)) {
            var tree = new YamlTree(parser);
            lines.putAll(tree.lines());
            document = PolicyKeys.document(tree.root(), problems);
            if (parser.nextToken() != null) {
                problems.add(
                        new PolicyProblem("", "", "more than one YAML document; write each policy to its own file"));
            }
        } catch (JsonProcessingException broken) {
            problems.add(new PolicyProblem("", "", "not readable as YAML: " + inOneLine(broken)));
            if (broken.getLocation() != null) {
                lines.put("", broken.getLocation().getLineNr());
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return new PolicyFile(name, document, problems, lines);
    }

    /** The policy as YAML, which reads back to the same document. */
    public static String write(PolicyDocument document) {
        try {
            return YAML.writeValueAsString(PolicyKeys.tree(document));
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static String bundled(String id) throws IOException {
        try (var stream = PolicyYaml.class.getResourceAsStream("/policies/" + id + ".yaml")) {
            if (stream == null) {
                throw new NoSuchFileException(id, null, "the bundled policy is not in the jar");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** What is wrong, without the excerpts of the file that the parser puts between on indented lines. */
    private static String inOneLine(JsonProcessingException broken) {
        return broken.getOriginalMessage()
                .lines()
                .filter(line -> !line.startsWith(" "))
                .collect(Collectors.joining(", "));
    }
}
