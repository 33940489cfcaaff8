/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.ingest.format;

import static io.whence.ingest.format.UnreadableReason.NOT_THE_FORMAT;
import static io.whence.ingest.format.UnreadableReason.UNTERMINATED;

import io.whence.domain.access.IpAddress;

/**
 * The combined and common formats of nginx and Apache, with whatever quoted or bare fields follow.
 *
 * <p>One pass from left to right without regular expressions, so that no line can make it slow. A user name may hold
 * spaces and brackets: it ends where a bracketed time followed by a quote begins, which neither server lets a client
 * forge, as both escape quotes. The leading {@code vhost:port} of Apache's {@code vhost_combined} is told by the
 * address that then stands where the (in practice always empty) ident is.
 *
 * @see <a href="https://httpd.apache.org/docs/2.4/mod/mod_log_config.html#formats">Apache mod_log_config</a>
 * @see <a href="https://nginx.org/en/docs/http/ngx_http_log_module.html">nginx ngx_http_log_module</a>
 */
final class CombinedParser implements LineParser {
    /** Longer than {@code 17/May/2015:10:05:03 +0000} and than any RFC 3339 time. */
    private static final int LONGEST_TIME = 40;

    @Override
    public RawFields parse(String line) throws UnreadableLineException {
        var fields = new CombinedFields(line);
        int at = leadingTokens(line, fields);
        int bracket = timeBracket(line, at);
        fields.put(CombinedFields.USER, Math.min(at + 1, bracket), bracket);
        int timeEnd = line.indexOf(']', bracket);
        fields.put(CombinedFields.TIME, bracket + 2, timeEnd);
        at = quoted(line, timeEnd + 2, fields, CombinedFields.REQUEST);
        at = bare(line, at + 1, fields, CombinedFields.STATUS);
        at = bare(line, at + 1, fields, CombinedFields.BYTES);
        trailingFields(line, at, fields);
        return fields;
    }

    /** Reads host and ident; returns where the space after the ident is. */
    private static int leadingTokens(String line, CombinedFields fields) throws UnreadableLineException {
        int at = bare(line, 0, fields, CombinedFields.HOST);
        int next = bare(line, at + 1, fields, CombinedFields.IDENT);
        if (IpAddress.parse(line.substring(at + 1, next)).isEmpty()) {
            return next;
        }
        fields.put(CombinedFields.SERVER, 0, at);
        fields.put(CombinedFields.HOST, at + 1, next);
        return bare(line, next + 1, fields, CombinedFields.IDENT);
    }

    private static int timeBracket(String line, int from) throws UnreadableLineException {
        int bracket = line.indexOf(" [", from);
        while (bracket >= 0) {
            int last = Math.min(line.length() - 1, bracket + LONGEST_TIME);
            for (int i = bracket + 2; i <= last; i++) {
                if (line.charAt(i) == ']' && line.startsWith(" \"", i + 1)) {
                    return bracket;
                }
            }
            bracket = line.indexOf(" [", bracket + 1);
        }
        throw new UnreadableLineException(NOT_THE_FORMAT, "time_local", "no [time] followed by a \"request\"");
    }

    private static int bare(String line, int from, CombinedFields fields, int field) throws UnreadableLineException {
        int space = from <= line.length() ? line.indexOf(' ', from) : -1;
        int end = space < 0 ? line.length() : space;
        if (end <= from) {
            throw new UnreadableLineException(
                    NOT_THE_FORMAT, CombinedFields.name(field), "the line ends before " + CombinedFields.name(field));
        }
        fields.put(field, from, end);
        return end;
    }

    private static int quoted(String line, int from, CombinedFields fields, int field) throws UnreadableLineException {
        for (int i = from + 1; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '\\') {
                i++;
            } else if (c == '"' && (i + 1 == line.length() || line.charAt(i + 1) == ' ')) {
                fields.put(field, from + 1, i);
                return i + 1;
            }
        }
        if (field > CombinedFields.REFERER) { // a server that cuts long lines cuts here, and the request is all there
            if (field
                    == CombinedFields
                            .AGENT) { // but a forwarding chain without its end would name a hop of the client's
                fields.put(field, Math.min(from + 1, line.length()), line.length());
            }
            return line.length();
        }
        var name = CombinedFields.name(field);
        throw new UnreadableLineException(UNTERMINATED, name, "no closing quote of " + name);
    }

    private static void trailingFields(String line, int from, CombinedFields fields) throws UnreadableLineException {
        int at = from;
        for (int field = CombinedFields.REFERER; field < CombinedFields.LIMIT; field++) {
            while (at < line.length() && line.charAt(at) == ' ') {
                at++;
            }
            if (at == line.length()) {
                return;
            }
            at = line.charAt(at) == '"' ? quoted(line, at, fields, field) : bare(line, at, fields, field);
        }
    }
}
