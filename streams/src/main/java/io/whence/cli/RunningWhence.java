/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.cli;

import io.whence.SuppressForbidden;
import io.whence.app.TopicProblemException;
import io.whence.app.WhenceApp;
import io.whence.config.ConfigLoader;
import io.whence.config.WhenceConfig;
import io.whence.domain.policy.RegionPolicy;
import io.whence.geo.GeoSourceException;
import io.whence.quickstart.Application;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The product itself as the application of a quickstart.
 *
 * @param app the running application
 * @param page where it answers
 */
record RunningWhence(WhenceApp app, URI page) implements Application {

    @SuppressForbidden("the running application goes by the clock on the wall")
    static Application start(Map<String, String> settings, List<RegionPolicy> policies) {
        var config = new ConfigLoader().options(settings).load();
        try {
            var app = WhenceApp.start(config, policies, Clock.systemUTC());
            return new RunningWhence(
                    app, URI.create("http://" + config.getString(WhenceConfig.HTTP_HOST) + ":" + app.port() + "/"));
        } catch (GeoSourceException | TopicProblemException unusable) {
            throw new IllegalStateException(unusable.getMessage(), unusable);
        }
    }

    @Override
    public Optional<Throwable> failure() throws InterruptedException {
        return app.await(Duration.ZERO) ? app.await() : Optional.empty();
    }

    @Override
    public void close() {
        app.close();
    }
}
