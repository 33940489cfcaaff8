/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The JSON schemas (2020-12) of views, from their records and what these say of their components. */
final class ViewSchemas {

    private static final Path SOURCES = Path.of("src/main/java");
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final Map<Type, String[]> SCALARS = Map.ofEntries(
            Map.entry(String.class, new String[] {"string"}),
            Map.entry(boolean.class, new String[] {"boolean"}),
            Map.entry(int.class, new String[] {"integer", "int32"}),
            Map.entry(Integer.class, new String[] {"integer", "int32"}),
            Map.entry(long.class, new String[] {"integer", "int64"}),
            Map.entry(Long.class, new String[] {"integer", "int64"}),
            Map.entry(double.class, new String[] {"number", "double"}),
            Map.entry(Double.class, new String[] {"number", "double"}),
            Map.entry(Instant.class, new String[] {"string", "date-time"}),
            Map.entry(LocalDate.class, new String[] {"string", "date"}),
            Map.entry(Duration.class, new String[] {"string", "duration"}));

    private final SortedMap<String, ObjectNode> schemas = new TreeMap<>();

    /** All schemas so far, by name. */
    SortedMap<String, ObjectNode> all() {
        return schemas;
    }

    /** Adds the schema of a view, and of the views in it. */
    void add(Class<?> view) {
        String name = name(view);
        if (schemas.containsKey(name)) {
            return;
        }
        ObjectNode schema = NODES.objectNode();
        schemas.put(name, schema);
        Optional<String> about = comment(view, "/\\*\\*\\s+(?:\\* )?(.*?)(?:\\n\\s*\\*\\s*\\n|\\*/)");
        about.ifPresent(words -> schema.put("description", words));
        schema.put("type", "object");
        ArrayNode required = schema.putArray("required");
        ObjectNode properties = schema.putObject("properties");
        for (RecordComponent member : view.getRecordComponents()) {
            String key = key(member);
            if (member.getAccessor().getAnnotation(JsonInclude.class) == null) {
                required.add(key);
            }
            ObjectNode property = member(member);
            comment(view, "@param " + member.getName() + " (.*?)(?=\\n\\s*\\* @|\\*/)")
                    .ifPresent(words -> property.put("description", words));
            properties.set(key, property);
        }
    }

    /** Its own name after that of what it is a part of. */
    private static String name(Class<?> view) {
        String own = view.getSimpleName().replaceFirst("View$", "");
        return view.getEnclosingClass() == null ? own : name(view.getEnclosingClass()) + own;
    }

    private static String key(RecordComponent member) {
        JsonProperty named = member.getAccessor().getAnnotation(JsonProperty.class);
        return named != null
                ? named.value()
                : PropertyNamingStrategies.SnakeCaseStrategy.INSTANCE.translate(member.getName());
    }

    private ObjectNode member(RecordComponent member) {
        ObjectNode schema = of(member.getGenericType());
        if (!member.getAnnotatedType().isAnnotationPresent(Nullable.class)
                || member.getAccessor().getAnnotation(JsonInclude.class) != null) {
            return schema;
        }
        if (schema.has("$ref")) {
            ObjectNode either = NODES.objectNode();
            either.putArray("anyOf").add(schema).addObject().put("type", "null");
            return either;
        }
        schema.set("type", NODES.arrayNode().add(schema.get("type")).add("null"));
        return schema;
    }

    private ObjectNode of(Type type) {
        ObjectNode schema = NODES.objectNode();
        if (SCALARS.containsKey(type)) {
            String[] scalar = SCALARS.get(type);
            schema.put("type", scalar[0]);
            return scalar.length == 1 ? schema : schema.put("format", scalar[1]);
        }
        if (type instanceof ParameterizedType generic && generic.getRawType() == List.class) {
            schema.put("type", "array").set("items", of(generic.getActualTypeArguments()[0]));
            return schema;
        }
        if (type instanceof ParameterizedType generic && generic.getRawType() == Map.class) {
            schema.put("type", "object").set("additionalProperties", of(generic.getActualTypeArguments()[1]));
            return schema;
        }
        if (type instanceof Class<?> view && view.isRecord()) {
            add(view);
            return schema.put("$ref", "#/components/schemas/" + name(view));
        }
        throw new AssertionError("no view is made of " + type);
    }

    /** What the comment before a record says. */
    private static Optional<String> comment(Class<?> view, String pattern) {
        String source = source(view);
        int record = source.indexOf("record " + view.getSimpleName() + "(");
        int from = source.lastIndexOf("/**", record);
        Matcher said = Pattern.compile(pattern, Pattern.DOTALL)
                .matcher(source.substring(from, source.indexOf("*/", from) + 2));
        return said.find()
                ? Optional.of(said.group(1)
                        .replaceAll("\\s*\\n\\s*\\*\\s*", " ")
                        .replaceAll("\\{@\\w+ #?([^}]*)}", "$1")
                        .strip())
                : Optional.empty();
    }

    private static String source(Class<?> view) {
        try {
            return Files.readString(SOURCES.resolve(outermost(view).getName().replace('.', '/') + ".java"));
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    private static Class<?> outermost(Class<?> view) {
        return view.getEnclosingClass() == null ? view : outermost(view.getEnclosingClass());
    }

    /** As a part of a YAML document, a line for each member. */
    static String yaml(SortedMap<String, ObjectNode> schemas) {
        StringBuilder yaml = new StringBuilder();
        schemas.forEach((name, schema) -> {
            yaml.append("    ").append(name).append(":\n");
            schema.properties().forEach(entry -> {
                yaml.append("      ").append(entry.getKey()).append(':');
                if (entry.getKey().equals("properties")) {
                    entry.getValue()
                            .properties()
                            .forEach(member -> yaml.append("\n        ")
                                    .append(member.getKey())
                                    .append(": ")
                                    .append(flow(member.getValue())));
                } else {
                    yaml.append(' ').append(flow(entry.getValue()));
                }
                yaml.append('\n');
            });
        });
        return yaml.toString();
    }

    private static String flow(JsonNode node) {
        if (node.isObject()) {
            return node.properties().stream()
                    .map(entry -> (entry.getKey().matches("\\w+") ? entry.getKey() : '"' + entry.getKey() + '"') + ": "
                            + flow(entry.getValue()))
                    .collect(Collectors.joining(", ", "{", "}"));
        }
        if (node.isArray()) {
            return node.valueStream().map(ViewSchemas::flow).collect(Collectors.joining(", ", "[", "]"));
        }
        boolean plain = node.asText().matches("[A-Za-z]\\w*") && !node.asText().equals("null");
        return plain ? node.asText() : node.toString();
    }
}
