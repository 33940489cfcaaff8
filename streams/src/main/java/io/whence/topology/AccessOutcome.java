/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.topology;

/** What became of a record of the access logs: a request, or a dead letter. */
sealed interface AccessOutcome permits LocatedRequest, Buried {}
