/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The compose file of the checkout and the files it mounts, as tests read them. */
final class ComposeFile {

    private static final Path ROOT = Path.of("..");
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{(\\w+):-([^}]*)}");

    private final JsonNode compose = yaml("docker-compose.yml");

    /** A file of the checkout, by its path from the top. */
    static Path path(String name) {
        return ROOT.resolve(name);
    }

    static String text(String name) {
        try {
            return Files.readString(path(name));
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    /** A YAML or JSON file of the checkout. */
    static JsonNode yaml(String name) {
        try {
            return YAML.readTree(text(name));
        } catch (IOException malformed) {
            throw new UncheckedIOException(malformed);
        }
    }

    JsonNode top() {
        return compose;
    }

    JsonNode service(String name) {
        return compose.required("services").required(name);
    }

    /** The services by name. */
    Map<String, JsonNode> services() {
        Map<String, JsonNode> services = new TreeMap<>();
        compose.required("services").properties().forEach(one -> services.put(one.getKey(), one.getValue()));
        return services;
    }

    /** What a list of every service says, such as ports. */
    List<String> all(String field) {
        return services().values().stream()
                .flatMap(service -> texts(service.path(field)).stream())
                .toList();
    }

    /** The environment of Whence where the user sets nothing. */
    Map<String, String> environment() {
        return environment("whence");
    }

    /** Likewise of one of its services. */
    Map<String, String> environment(String name) {
        Map<String, String> environment = new TreeMap<>();
        service(name)
                .required("environment")
                .properties()
                .forEach(one -> environment.put(
                        one.getKey(), VARIABLE.matcher(one.getValue().asText()).replaceAll("$2")));
        return environment;
    }

    /** The names of what the user may set for Whence, by the name it is passed on as. */
    Map<String, String> passedOn() {
        Map<String, String> names = new TreeMap<>();
        service("whence").required("environment").properties().forEach(one -> {
            Matcher variable = VARIABLE.matcher(one.getValue().asText());
            if (variable.matches()) {
                names.put(one.getKey(), variable.group(1));
            }
        });
        return names;
    }

    static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(one -> texts.add(one.asText()));
        return texts;
    }
}
