/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.deliver;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/** A mail server that says what it is told to say: for faults that a good one cannot be asked for. */
final class ScriptedSmtp implements AutoCloseable {

    static final String DROP = "drop the connection";
    static final String SILENCE = "say nothing";

    private final ServerSocket socket;
    private final Map<String, String> replies;
    private final SSLContext tls;
    private final List<String> heard = new CopyOnWriteArrayList<>();

    private ScriptedSmtp(Map<String, String> replies, SSLContext tls) throws IOException {
        this.replies = replies;
        this.tls = tls;
        this.socket = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        Thread thread = new Thread(this::serve, "scripted-smtp");
        thread.setDaemon(true);
        thread.start();
    }

    /** Answers these commands in this way ("." is the end of a mail), all others as a good server does. */
    static ScriptedSmtp answering(Map<String, String> replies) throws IOException {
        return new ScriptedSmtp(replies, null);
    }

    static ScriptedSmtp encrypting(SSLContext tls) throws IOException {
        return new ScriptedSmtp(Map.of("EHLO", "250-here\r\n250 STARTTLS"), tls);
    }

    int port() {
        return socket.getLocalPort();
    }

    /** Commands, and lines of mails. */
    List<String> heard() {
        return heard;
    }

    private void serve() {
        while (!socket.isClosed()) {
            try (Socket client = socket.accept()) {
                talk(client);
            } catch (IOException ended) {
                heard.add("(connection ended)");
            }
        }
    }

    private void talk(Socket plain) throws IOException {
        Socket client = plain;
        BufferedReader in = reader(client);
        say(client, replies.getOrDefault("", "220 here"));
        boolean mail = false;
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            heard.add(line);
            String command = mail ? line : line.split("[ :]", 2)[0].toUpperCase(Locale.ROOT);
            if (mail && !line.equals(".")) {
                continue;
            }
            String reply = replies.getOrDefault(command, usual(command));
            if (reply.equals(DROP) || !say(client, reply)) {
                return;
            }
            mail = reply.startsWith("354");
            if (command.equals("STARTTLS")) {
                client = encrypted(client);
                in = reader(client);
            }
        }
    }

    private Socket encrypted(Socket client) throws IOException {
        SSLSocket encrypted = (SSLSocket) tls.getSocketFactory().createSocket(client, null, client.getPort(), true);
        encrypted.setUseClientMode(false);
        return encrypted;
    }

    private static String usual(String command) {
        return switch (command) {
            case "DATA" -> "354 go on";
            case "QUIT" -> "221 bye";
            case "STARTTLS" -> "220 go on";
            default -> "250 ok";
        };
    }

    private static BufferedReader reader(Socket client) throws IOException {
        return new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8));
    }

    /** Says it; false when it is to say nothing and has kept silent for long enough. */
    private static boolean say(Socket client, String reply) throws IOException {
        if (reply.equals(SILENCE)) {
            client.getInputStream().read();
            return false;
        }
        client.getOutputStream().write((reply + "\r\n").getBytes(StandardCharsets.UTF_8));
        client.getOutputStream().flush();
        return true;
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
