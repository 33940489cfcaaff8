/* SPDX-License-Identifier: Apache-2.0 */
package io.whence;

import static org.assertj.core.api.Assertions.assertThat;

import io.whence.cli.Main;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/** What the pages name is there: files, images, commands and options. */
class DocumentationTest {

    private static final Path README = Path.of("..", "README.md");
    private static final Path CHECKS = Path.of("..", ".ci", "run");

    private static final Pattern LINK = Pattern.compile("]\\(([^)\\s]+)\\)");
    private static final Pattern ELSEWHERE = Pattern.compile("(https?:|mailto:|#).*");
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");

    static List<Path> pages() throws IOException {
        try (Stream<Path> docs = Files.list(Path.of("docs"))) {
            return Stream.concat(
                            Stream.of(README),
                            docs.filter(page -> page.toString().endsWith(".md")))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everyFileAndImageThatIsLinkedIsThere(Path page) throws IOException {
        List<String> missing = LINK.matcher(Files.readString(page))
                .results()
                .map(link -> link.group(1))
                .filter(target -> !ELSEWHERE.matcher(target).matches())
                .filter(target -> Files.notExists(page.resolveSibling(withoutAnchor(target))))
                .toList();

        assertThat(missing).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everyCommandAndOptionThatIsWrittenExists(Path page) throws IOException {
        List<String> wrong = code(page).stream()
                .flatMap(line -> mistakes(line).stream().map(mistake -> mistake + " in: " + line))
                .toList();

        assertThat(wrong).isEmpty();
    }

    @Test
    void theTwoCommandsOfTheReadMeAreTheOnesThatStandBeforeMain() throws IOException {
        String tryIt = Files.readString(README).split("## Try it", -1)[1];
        List<String> commands = tryIt.split("```", -1)[1].strip().lines().toList();
        List<String> checks = Files.readAllLines(CHECKS).stream()
                .filter(line -> !line.startsWith("if "))
                .map(DocumentationTest::withoutOptions)
                .toList();

        assertThat(commands)
                .hasSize(2)
                .allSatisfy(command ->
                        assertThat(checks).anySatisfy(check -> assertThat(check).contains(command)));
    }

    @Test
    void aCommandOrOptionThatDoesNotExistIsFound() {
        assertThat(mistakes("whence lokup 1.1.1.1")).containsExactly("no command lokup");
        assertThat(mistakes("whence policy check x --jsn")).containsExactly("no option --jsn of check");
        assertThat(codeWithin("`whence topics` says it, with `--chek` too")).contains("whence topics --chek");
        assertThat(mistakes("cat x | streams/bin/whence ingest --format=jsonl --dry-run -"))
                .isEmpty();
    }

    private static String withoutAnchor(String target) {
        return target.split("#", -1)[0];
    }

    private static String withoutOptions(String line) {
        return Arrays.stream(line.strip().split("\\s+", -1))
                .filter(word -> !word.startsWith("-"))
                .collect(Collectors.joining(" "));
    }

    /** Lines of code blocks, and code within the text. */
    private static List<String> code(Path page) throws IOException {
        List<String> code = new ArrayList<>();
        boolean block = false;
        for (String line : Files.readAllLines(page)) {
            if (line.startsWith("```")) {
                block = !block;
            } else if (block) {
                code.add(line);
            } else {
                code.addAll(codeWithin(line));
            }
        }
        return code;
    }

    /** Code within a line of text; an option alone belongs to the command named before it. */
    private static List<String> codeWithin(String line) {
        List<String> code = new ArrayList<>();
        String command = "";
        for (String span :
                CODE.matcher(line).results().map(found -> found.group(1)).toList()) {
            command = span.matches("(.*bin/)?whence .*") ? span : command;
            code.add(span.startsWith("--") ? command + " " + span : span);
        }
        return code;
    }

    /** What is wrong with the call of whence in a line of code, if there is one. */
    private static List<String> mistakes(String line) {
        List<String> words = List.of(line.strip().split("\\s+", -1));
        int called = 0;
        while (called < words.size() && !words.get(called).matches("(.*/)?bin/whence|whence")) {
            called++;
        }
        return called + 1 < words.size() ? mistakes(words.subList(called + 1, words.size())) : List.of();
    }

    private static List<String> mistakes(List<String> words) {
        CommandLine command = new CommandLine(Main.class);
        List<String> mistakes = new ArrayList<>();
        for (String word : words) {
            String option = word.split("=", -1)[0];
            if (option.startsWith("--")
                    && !command.getCommandSpec().optionsMap().containsKey(option)) {
                mistakes.add("no option " + option + " of " + command.getCommandName());
            }
            CommandLine subcommand = command.getSubcommands().get(word);
            if (subcommand != null) {
                command = subcommand;
            } else if (word.matches("[a-z]+") && !command.getSubcommands().isEmpty()) {
                mistakes.add("no command " + word);
            }
        }
        return mistakes;
    }
}
