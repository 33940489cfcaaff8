/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.cli;

import io.whence.SuppressForbidden;
import io.whence.app.DeliveryApp;
import io.whence.app.TopicProblemException;
import io.whence.config.WhenceConfig;
import io.whence.http.PortTakenException;
import io.whence.wire.RegistryUnavailableException;
import java.io.IOException;
import java.time.Clock;
import java.util.concurrent.Callable;
import org.apache.kafka.common.KafkaException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command {@code whence deliver}: notices by mail and webhook, until it is stopped. */
@Command(
        name = "deliver",
        mixinStandardHelpOptions = true,
        description = {
            "Sends notices to organizations by mail, and to a receiver of yours by webhook, until it is stopped.",
            "Each notice is sent at most once, also after a restart and by several instances; what became of it is on"
                    + " the topic delivery-outcomes. Shadow notices are never sent.",
            "",
            "Exit code: 0 stopped by a signal, 1 failed, 2 wrong usage or configuration.",
            ""
        },
        footer = {
            "",
            "Example:",
            "  whence deliver --config whence.properties",
            "  whence deliver --set deliver.mail.host=mail.example.com --set deliver.mail.from=notices@example.com"
        })
final class DeliverCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private ClusterOptions cluster;

    @Override
    @SuppressForbidden("letters are sent by the clock on the wall")
    public Integer call() throws IOException {
        WhenceConfig config = cluster.config();
        try (DeliveryApp app = DeliveryApp.of(config, Clock.systemUTC())) {
            app.destinations().forEach(destination -> print("delivers by " + destination));
            return StopOnSignal.during(
                    () -> {
                        app.run();
                        return 0;
                    },
                    app::stop);
        } catch (IllegalArgumentException unusable) {
            throw new ParameterException(spec.commandLine(), String.valueOf(unusable.getMessage()), unusable);
        } catch (TopicProblemException | KafkaException | RegistryUnavailableException | PortTakenException failed) {
            spec.commandLine().getErr().println("whence: " + failed.getMessage());
            spec.commandLine().getErr().flush();
            return 1;
        }
    }

    private void print(String line) {
        spec.commandLine().getOut().println("whence: " + line);
        spec.commandLine().getOut().flush();
    }
}
