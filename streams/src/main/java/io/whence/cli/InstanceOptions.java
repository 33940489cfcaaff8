/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.cli;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options that say which running instance is asked, and as whom. */
final class InstanceOptions {

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(
            names = "--url",
            paramLabel = "URL",
            defaultValue = "http://127.0.0.1:8080",
            description = "Where the instance answers. Default: ${DEFAULT-VALUE}")
    private String url;

    @Option(
            names = "--token-file",
            paramLabel = "FILE",
            description = "A file that holds the token to ask with, and nothing else.")
    private @Nullable Path tokenFile;

    RunningInstance instance() {
        return new RunningInstance(base(), token());
    }

    private @Nullable String token() {
        if (tokenFile == null) {
            return null;
        }
        try {
            String token = Files.readString(tokenFile).strip();
            if (token.matches("\\p{Graph}+")) {
                return token;
            }
        } catch (IOException unreadable) {
            throw refused("--token-file: " + tokenFile + " cannot be read", unreadable);
        }
        throw refused("--token-file: " + tokenFile + " does not hold one token", null);
    }

    private URI base() {
        try {
            URI base = new URI(url);
            if (("http".equals(base.getScheme()) || "https".equals(base.getScheme())) && base.getHost() != null) {
                return base;
            }
        } catch (URISyntaxException notAnAddress) {
            throw badUrl(notAnAddress);
        }
        throw badUrl(null);
    }

    private ParameterException badUrl(@Nullable Throwable cause) {
        return refused("--url: '" + url + "' is not an address such as http://127.0.0.1:8080", cause);
    }

    private ParameterException refused(String why, @Nullable Throwable cause) {
        return new ParameterException(spec.commandLine(), why, cause);
    }
}
