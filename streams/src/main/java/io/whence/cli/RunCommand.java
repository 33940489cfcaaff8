/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.cli;

import io.whence.SuppressForbidden;
import io.whence.app.TopicProblemException;
import io.whence.app.WhenceApp;
import io.whence.config.WhenceConfig;
import io.whence.geo.GeoSourceException;
import io.whence.http.PortTakenException;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.kafka.common.KafkaException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The command {@code whence run}: the application, until it is stopped. */
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        description = {
            "Runs the application beside your brokers until it is stopped.",
            "",
            "Exit code: 0 stopped by a signal, 1 failed, 2 wrong usage or configuration.",
            ""
        },
        footer = {
            "",
            "Example:",
            "  whence run --config whence.properties",
            "  whence run --set bootstrap.servers=localhost:9092 --policy openai-api"
        })
final class RunCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private ConfigOptions configuration;

    @Mixin
    private PolicyOptions policies;

    @Mixin
    private GeoOptions geolocation;

    @Override
    @SuppressForbidden("the running application goes by the clock on the wall")
    public Integer call() throws InterruptedException {
        WhenceConfig config = configuration.config(geolocation.settings());
        try (WhenceApp app = WhenceApp.start(
                config,
                policies.policiesAnd(config.getList(WhenceConfig.POLICIES), config.products()),
                Clock.systemUTC())) {
            Thread closing = new Thread(app::close, "closing");
            Runtime.getRuntime().addShutdownHook(closing);
            spec.commandLine()
                    .getOut()
                    .println("whence: http://" + config.getString(WhenceConfig.HTTP_HOST) + ":" + app.port());
            spec.commandLine().getOut().flush();
            Optional<Throwable> failure = app.await();
            failure.ifPresent(this::complain);
            return failure.isPresent() ? 1 : 0;
        } catch (GeoSourceException | TopicProblemException | KafkaException | PortTakenException unusable) {
            complain(unusable);
            return 1;
        }
    }

    private void complain(Throwable cause) {
        spec.commandLine().getErr().println("whence: " + cause.getMessage());
        spec.commandLine().getErr().flush();
    }
}
