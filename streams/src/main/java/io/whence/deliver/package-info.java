/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Takes notices from their topic to the organizations, each at most once. Start with DeliveryWorker: it takes notices,
 * writes down that it is about to send, sends, and writes down what became of it. Desk decides, Journal remembers,
 * channels send.
 */
@NullMarked
package io.whence.deliver;

import org.jspecify.annotations.NullMarked;
