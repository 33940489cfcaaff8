/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.http;

import java.nio.file.Path;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.ssl.KeyStoreScanner;
import org.eclipse.jetty.util.ssl.SslContextFactory;

/**
 * The certificate that the API is served under, TLS 1.2 or newer. A changed file is taken within seconds, for new
 * connections.
 *
 * @param keystore file with the certificate and its key, PKCS#12 or JKS
 * @param password opens it
 */
public record Tls(Path keystore, String password) {

    private static final int LOOK_EVERY_SECONDS = 2;

    /** A connector that speaks TLS. */
    ServerConnector connector(Server server, HttpConfiguration plain) {
        SslContextFactory.Server context = new SslContextFactory.Server();
        context.setKeyStorePath(keystore.toUri().toString());
        context.setKeyStorePassword(password);
        HttpConfiguration http = new HttpConfiguration(plain);
        http.addCustomizer(new SecureRequestCustomizer(false)); // the guard knows which names are ours
        ServerConnector connector = new ServerConnector(server, context, new HttpConnectionFactory(http));
        KeyStoreScanner scanner = new KeyStoreScanner(context);
        scanner.setScanInterval(LOOK_EVERY_SECONDS);
        connector.addBean(scanner);
        return connector;
    }

    /** Without the password. */
    @Override
    public String toString() {
        return keystore.toString();
    }
}
