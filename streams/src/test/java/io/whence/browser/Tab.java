/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.browser;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.awaitility.Awaitility;

/** A page as somebody sees it who has a keyboard. */
public final class Tab {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Map<String, Integer> CODES =
            Map.of("Tab", 9, "Enter", 13, "Escape", 27, "ArrowLeft", 37, "ArrowRight", 39, "Home", 36, "End", 35);

    private final DevTools tools;

    Tab(DevTools tools) {
        this.tools = tools;
        List.of("Page", "Runtime", "Log").forEach(domain -> tools.call(domain + ".enable", Map.of()));
        width(1280, 860);
    }

    /** Opens an address anew, and waits until the page says that it is there. */
    public Tab open(String url) {
        tools.call("Page.navigate", Map.of("url", "about:blank"));
        tools.call("Page.navigate", Map.of("url", url));
        return until("document.body?.dataset.ready");
    }

    /** What an expression comes to; promises are waited for. */
    public JsonNode evaluate(String script) {
        JsonNode answer = tools.call(
                "Runtime.evaluate", Map.of("expression", script, "returnByValue", true, "awaitPromise", true));
        if (answer.has("exceptionDetails")) {
            throw new AssertionError(script + ": " + answer.get("exceptionDetails"));
        }
        return answer.at("/result/value");
    }

    /** The text of the first element of a selector; empty when there is none. */
    public String text(String selector) {
        return evaluate("document.querySelector(" + quoted(selector) + ")?.innerText || ''")
                .asText();
    }

    /** What stands in the first element of a selector, shown or not. */
    public String content(String selector) {
        return evaluate("document.querySelector(" + quoted(selector) + ").textContent")
                .asText();
    }

    /** How many elements there are of a selector. */
    public int count(String selector) {
        return evaluate("document.querySelectorAll(" + quoted(selector) + ").length")
                .asInt();
    }

    /** Waits until an expression is true. */
    public Tab until(String script) {
        Awaitility.await(script)
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(40))
                .pollDelay(Duration.ZERO)
                .until(() -> evaluate("Boolean(" + script + ")").asBoolean());
        return this;
    }

    /** Clicks the first element of a selector, as soon as there is one. */
    public Tab click(String selector) {
        until("document.querySelector(" + quoted(selector) + ")");
        evaluate("document.querySelector(" + quoted(selector) + ").click()");
        return this;
    }

    /** Presses a key, such as Tab. */
    public Tab press(String key) {
        int code = CODES.get(key);
        String text = key.equals("Enter") ? "\r" : "";
        tools.call(
                "Input.dispatchKeyEvent",
                Map.of("type", "keyDown", "key", key, "code", key, "windowsVirtualKeyCode", code, "text", text));
        tools.call(
                "Input.dispatchKeyEvent",
                Map.of("type", "keyUp", "key", key, "code", key, "windowsVirtualKeyCode", code));
        return this;
    }

    /** Presses Tab until the focus is on an element of a selector, at most so often. */
    public Tab tabTo(String selector, int most) {
        for (int presses = 0; presses < most; presses++) {
            press("Tab");
            if (evaluate("Boolean(document.activeElement?.matches(" + quoted(selector) + "))")
                    .asBoolean()) {
                return this;
            }
        }
        throw new AssertionError("not reached in " + most + " steps: " + selector);
    }

    /** Types where the focus is. */
    public Tab type(String text) {
        tools.call("Input.insertText", Map.of("text", text));
        return this;
    }

    /** Makes the window so large, in CSS pixels. */
    public Tab width(int width, int height) {
        tools.call(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
        return this;
    }

    /** Prefers dark colours, or light ones, and that nothing moves. */
    public Tab dark(boolean dark) {
        tools.call(
                "Emulation.setEmulatedMedia",
                Map.of(
                        "features",
                        List.of(
                                Map.of("name", "prefers-color-scheme", "value", dark ? "dark" : "light"),
                                Map.of("name", "prefers-reduced-motion", "value", "reduce"))));
        return this;
    }

    /** What axe-core finds that is serious or critical, one line each: the rule and where it is broken. */
    public Set<String> barriers() throws IOException {
        if (evaluate("typeof axe").asText().equals("undefined")) {
            try (var script = Tab.class.getResourceAsStream("/axe.min.js")) {
                evaluate(new String(script.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8) + ";0");
            }
        }
        JsonNode found = evaluate(
                "axe.run(document, {resultTypes: ['violations']}).then(({violations}) => violations"
                        + ".filter(({impact}) => impact === 'serious' || impact === 'critical')"
                        + ".flatMap(({id, nodes}) => nodes.map(({target, failureSummary}) => id + ' ' + target + ' ' + failureSummary)))");
        Set<String> barriers = new TreeSet<>();
        found.forEach(each -> barriers.add(each.asText()));
        return barriers;
    }

    /** Saves what is seen. */
    public void picture(Path file, int height) throws IOException {
        Files.createDirectories(file.getParent());
        tools.call("Page.bringToFront", Map.of()); // a tab behind another is never drawn
        JsonNode taken = tools.call(
                "Page.captureScreenshot",
                Map.of(
                        "format",
                        "png",
                        "captureBeyondViewport",
                        true,
                        "clip",
                        Map.of("x", 0, "y", 0, "width", evaluate("innerWidth").asInt(), "height", height, "scale", 1)));
        Files.write(file, Base64.getDecoder().decode(taken.get("data").asText()));
    }

    /** Exceptions nobody caught and what the browser refused since the tab was opened. */
    public List<String> problems() {
        return tools.problems();
    }

    private static String quoted(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }

    void close() {
        tools.close();
    }
}
