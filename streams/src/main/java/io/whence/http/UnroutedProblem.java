/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.http;

import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/** The answer to requests that are refused before they reach a route, such as for a path that climbs. */
final class UnroutedProblem extends ErrorHandler {

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        Security.HEADERS.forEach((name, value) -> response.getHeaders().put(name, value));
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, Problem.CONTENT_TYPE);
        byte[] problem = Json.write(Problems.ofStatus(response.getStatus()));
        response.write(true, ByteBuffer.wrap(problem), callback);
        return true;
    }
}
