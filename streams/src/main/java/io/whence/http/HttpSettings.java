/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.http;

import io.whence.domain.access.AddressScope;
import io.whence.domain.access.IpAddress;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Where the servers listen.
 *
 * @param host address or name of the interface; loopback keeps everybody else out
 * @param port of the API and the page, 0 to 65535; 0 takes any free one
 * @param managementPort of health and metrics, 0 to 65535; 0 takes any free one
 * @param allowedHosts names, without port, that requests may ask for
 * @param callers whom the API knows; nobody is asked on the management port
 * @param tls what the API is served under; null for plain HTTP, which the management port always speaks
 */
public record HttpSettings(
        String host,
        int port,
        int managementPort,
        List<String> allowedHosts,
        Callers callers,
        @Nullable Tls tls) {

    /** What this machine is called on the loopback interface. */
    public static final List<String> LOOPBACK_NAMES = List.of("localhost", "127.0.0.1", "[::1]");

    /** Only this machine is answered, and everybody on it reads. */
    public static final HttpSettings DEFAULT = new HttpSettings("127.0.0.1", 8080, 9464, LOOPBACK_NAMES);

    public HttpSettings {
        requirePort("port", port);
        requirePort("managementPort", managementPort);
        allowedHosts =
                allowedHosts.stream().map(name -> name.toLowerCase(Locale.ROOT)).toList();
    }

    /** A server that knows nobody: everybody whom it answers reads, and nobody acts. */
    public HttpSettings(String host, int port, int managementPort, List<String> allowedHosts) {
        this(host, port, managementPort, allowedHosts, Callers.everybody());
    }

    /** A server that speaks plain HTTP. */
    public HttpSettings(String host, int port, int managementPort, List<String> allowedHosts, Callers callers) {
        this(host, port, managementPort, allowedHosts, callers, null);
    }

    /** A server that knows those who hold a token. */
    public HttpSettings(String host, int port, int managementPort, List<String> allowedHosts, Tokens tokens) {
        this(host, port, managementPort, allowedHosts, Callers.of(tokens));
    }

    /** The same for a port that asks nobody who they are. */
    HttpSettings withoutTokens() {
        return new HttpSettings(host, port, managementPort, allowedHosts);
    }

    /** Whether only programs on this machine can connect. */
    public boolean loopback() {
        return host.equals("localhost")
                || IpAddress.parse(host)
                        .filter(address -> address.scope() == AddressScope.LOOPBACK)
                        .isPresent();
    }

    private static void requirePort(String name, int port) {
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException(name + ": " + port + " is not a port");
        }
    }
}
