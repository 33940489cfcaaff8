/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.http;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * Something that must hold, and the question whether it does.
 *
 * @param name what must hold, such as {@code kafka-streams}
 * @param problem why it does not hold now, in words; empty when it does. Asked often and by several threads, so it
 *     answers from memory
 */
public record HealthCheck(String name, Supplier<Optional<String>> problem) {}
