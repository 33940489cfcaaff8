/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.whence.config.ConfigLoader;
import io.whence.config.DeliveryTable;
import io.whence.config.WhenceConfig;
import io.whence.http.HttpSettings;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;

class ComposeTest {

    private final ComposeFile compose = new ComposeFile();
    private final WhenceConfig config =
            new ConfigLoader().environment(compose.environment()).load();

    @Test
    void everyVariableOfWhenceIsASetting() {
        assertThat(compose.environment().keySet()).allMatch(name -> name.startsWith("WHENCE_"));
        assertThat(config.getString(WhenceConfig.BOOTSTRAP_SERVERS)).isEqualTo("kafka:29092");
        assertThat(config.optional(WhenceConfig.CITY)).isNull();
        assertThat(compose.passedOn())
                .isNotEmpty()
                .allSatisfy((setting, variable) -> assertThat(variable).isEqualTo(setting));
    }

    @Test
    void noticesGoToTheServerThatCatchesMail() {
        WhenceConfig deliver =
                new ConfigLoader().environment(compose.environment("deliver")).load();

        assertThat(compose.environment("deliver").keySet()).allMatch(name -> name.startsWith("WHENCE_"));
        assertThat(deliver.kafka()).isEqualTo(config.kafka());
        assertThat(deliver.registry()).isEqualTo(config.registry());
        assertThat(compose.services()).containsKey(deliver.getString(DeliveryTable.MAIL_HOST));
        assertThat(deliver.getInt(DeliveryTable.MAIL_PORT))
                .as("where Mailpit takes mail")
                .isEqualTo(1025);
        assertThat(compose.service("deliver").required("image"))
                .isEqualTo(compose.service("whence").required("image"));
        assertThat(new DeliverySettings(deliver).channels(host -> List.of(), Clock.systemUTC()))
                .hasSize(1);
    }

    @Test
    void onlyThisMachineCanConnect() {
        assertThat(compose.all("ports"))
                .isNotEmpty()
                .allMatch(port -> port.matches("127\\.0\\.0\\.1:\\d+:\\d+"))
                .doesNotHaveDuplicates();
        assertThat(compose.all("network_mode")).isEmpty();
    }

    @Test
    void publishesThePortsThatWhenceListensOn() {
        HttpSettings http = new HttpSettings(
                config.getString(WhenceConfig.HTTP_HOST),
                config.getInt(WhenceConfig.HTTP_PORT),
                config.getInt(WhenceConfig.MANAGEMENT_PORT),
                config.getList(WhenceConfig.ALLOWED_HOSTS));

        assertThat(http.loopback()).as("reachable from the other containers").isFalse();
        assertThat(http.allowedHosts())
                .as("this machine, and Prometheus, which asks for the container")
                .containsExactly("localhost", "127.0.0.1", "[::1]", "whence");
        assertThat(ComposeFile.texts(compose.service("whence").required("ports")))
                .containsExactlyInAnyOrder(
                        "127.0.0.1:%d:%<d".formatted(http.port()), "127.0.0.1:%d:%<d".formatted(http.managementPort()));
    }

    @Test
    void saysWhereTheBrokerAndTheRegistryReallyAre() {
        String advertised = compose.service("kafka")
                .required("environment")
                .required("KAFKA_ADVERTISED_LISTENERS")
                .asText();
        String registryPort = ComposeFile.texts(compose.service("registry").required("ports"))
                .get(0)
                .replaceAll(".*:", "");

        assertThat(advertised.split(","))
                .contains("CONTAINERS://" + config.getString(WhenceConfig.BOOTSTRAP_SERVERS))
                .contains("MACHINE://127.0.0.1:9092");
        assertThat(config.getString(WhenceConfig.SCHEMA_REGISTRY_URL))
                .isEqualTo("http://registry:" + registryPort + "/apis/ccompat/v7");
    }

    @Test
    void waitsForWhatWhenceNeedsAndGivesItTimeToClose() {
        JsonNode whence = compose.service("whence");

        assertThat(whence.required("stop_grace_period").asText()).isEqualTo("60s");
        for (String needed : List.of("kafka", "registry")) {
            assertThat(whence.required("depends_on")
                            .required(needed)
                            .required("condition")
                            .asText())
                    .isEqualTo("service_healthy");
            assertThat(compose.service(needed).has("healthcheck")).isTrue();
        }
    }

    @Test
    void namesVersionsOfAllImages() {
        assertThat(compose.services())
                .allSatisfy(
                        (name, service) -> assertThat(service.required("image").asText())
                                .matches("[a-z0-9/-]+:v?\\d+\\.\\d+\\.\\d+(-SNAPSHOT)?"));
        assertThat(ComposeFile.text("streams/docker/Dockerfile").lines().filter(line -> line.startsWith("FROM ")))
                .hasSize(2)
                .allMatch(line -> line.matches("FROM [a-z0-9/-]+:\\d+\\.\\d+\\.\\d+[\\w.-]*( AS build)?"));
        assertThat(compose.top().has("name"))
                .as("a name at the top, which older compose refuses")
                .isFalse();
    }

    @Test
    void mountsWhatIsThere() {
        for (String volume : compose.all("volumes")) {
            String source = volume.substring(0, volume.indexOf(':'));
            if (source.startsWith("./")) {
                assertThat(ComposeFile.path(source)).exists();
                assertThat(volume).endsWith(":ro");
            } else {
                assertThat(compose.top().required("volumes").has(source))
                        .as(source)
                        .isTrue();
            }
        }
        JsonNode build = compose.service("whence").required("build");
        assertThat(ComposeFile.path(build.required("dockerfile").asText())).isRegularFile();
    }

    @Test
    void runsInAnImageWithoutTheBrokerOfTheQuickstartAndNotAsRoot() {
        assertThat(ComposeFile.text("streams/docker/Dockerfile"))
                .contains("USER whence\n", "io.whence.cli.Main", "CMD [\"run\"]")
                .doesNotContain("quickstart-lib");
    }
}
