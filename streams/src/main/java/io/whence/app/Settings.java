/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.app;

import io.whence.config.EvidenceFiles;
import io.whence.config.WhenceConfig;
import io.whence.domain.access.Cidr;
import io.whence.domain.access.TrustedProxies;
import io.whence.domain.cases.Surge;
import io.whence.domain.evidence.EvidenceModel;
import io.whence.geo.DatabaseKind;
import io.whence.geo.GeoDatabases;
import io.whence.geo.GeoSources;
import io.whence.geo.MaxMindLocator;
import io.whence.geo.OriginTableFile;
import io.whence.http.AuditLog;
import io.whence.http.Callers;
import io.whence.http.HttpSettings;
import io.whence.http.LogIn;
import io.whence.http.RateLimit;
import io.whence.http.Tls;
import io.whence.http.Tokens;
import io.whence.proof.SigningKey;
import io.whence.query.instances.InstanceCalls;
import io.whence.query.instances.InstanceKey;
import io.whence.query.instances.Others;
import io.whence.topology.TallyRules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.streams.state.HostInfo;
import org.jspecify.annotations.Nullable;

/** Turns settings into what the parts of the application take. */
public final class Settings {

    private static final Map<DatabaseKind, String> DATABASES = Map.of(
            DatabaseKind.CITY, WhenceConfig.CITY,
            DatabaseKind.ASN, WhenceConfig.ASN,
            DatabaseKind.ANONYMOUS, WhenceConfig.ANONYMOUS,
            DatabaseKind.RESIDENTIAL_PROXY, WhenceConfig.RESIDENTIAL_PROXY,
            DatabaseKind.CONNECTION_TYPE, WhenceConfig.CONNECTION_TYPE,
            DatabaseKind.SECOND, WhenceConfig.SECOND);

    private Settings() {}

    /** Where geolocation comes from. */
    public static GeoSources geoSources(WhenceConfig config) {
        Map<DatabaseKind, Path> databases = new EnumMap<>(DatabaseKind.class);
        DATABASES.forEach((kind, setting) -> {
            Path path = path(config, setting);
            if (path != null) {
                databases.put(kind, path);
            }
        });
        return new GeoSources(databases, path(config, WhenceConfig.NETWORKS));
    }

    /**
     * Finds out beforehand what the sources of a locator say of every address, with the file that is set for it.
     *
     * @return ranges of addresses
     */
    static int compile(MaxMindLocator locator, WhenceConfig config) {
        Path file = path(config, WhenceConfig.GEO_TABLE_FILE);
        return file == null ? locator.compile() : locator.compile(new OriginTableFile(file));
    }

    /** Locates what logs hold: by the kept table where a file is set for it, by asking the sources otherwise. */
    public static MaxMindLocator locator(GeoDatabases databases, WhenceConfig config) {
        MaxMindLocator locator = new MaxMindLocator(databases);
        if (path(config, WhenceConfig.GEO_TABLE_FILE) != null) {
            compile(locator, config);
        }
        return locator;
    }

    private static @Nullable Path path(WhenceConfig config, String setting) {
        String value = config.optional(setting);
        return value == null ? null : Path.of(value);
    }

    /** Whose forwarding headers are believed. */
    public static TrustedProxies proxies(WhenceConfig config) {
        List<Cidr> networks = config.getList(WhenceConfig.TRUSTED_PROXIES).stream()
                .map(Cidr::parse)
                .toList();
        return new TrustedProxies(networks, config.getInt(WhenceConfig.TRUSTED_HOPS));
    }

    /** How traffic is counted. */
    public static TallyRules tallyRules(WhenceConfig config) {
        return new TallyRules(
                config.duration(WhenceConfig.LATENESS),
                config.duration(WhenceConfig.IDLE_CLOSE),
                config.getInt(WhenceConfig.RETENTION_DAYS),
                () -> replayUntil(config),
                config.getList(WhenceConfig.IGNORED_PATHS),
                config.products(),
                evidence(config),
                config.duration(WhenceConfig.LEAK_ALLOWANCE));
    }

    /** What evidence weighs. */
    public static EvidenceModel evidence(WhenceConfig config) {
        String prior = config.optional(WhenceConfig.EVIDENCE_PRIOR);
        return EvidenceFiles.load(
                path(config, WhenceConfig.EVIDENCE_WEIGHTS), prior == null ? null : Double.valueOf(prior));
    }

    /** When too many organizations are touched at once. */
    public static Surge.Limit breaker(WhenceConfig config) {
        return new Surge.Limit(
                config.getDouble(WhenceConfig.BREAKER_SHARE), config.getLong(WhenceConfig.BREAKER_ORGANIZATIONS));
    }

    private static @Nullable Instant replayUntil(WhenceConfig config) {
        String until = config.optional(WhenceConfig.REPLAY_UNTIL);
        return until == null ? null : Instant.parse(until);
    }

    /**
     * What heads are signed with; null when they are not.
     *
     * @throws ConfigException when the file cannot be read or holds no such key
     */
    public static @Nullable SigningKey signingKey(WhenceConfig config) {
        Path file = path(config, WhenceConfig.SIGNING_KEY);
        if (file == null) {
            return null;
        }
        try {
            return SigningKey.parse(Files.readString(file));
        } catch (IOException | IllegalArgumentException unusable) {
            throw new ConfigException(WhenceConfig.SIGNING_KEY + ": " + file + ": " + unusable.getMessage());
        }
    }

    /**
     * Where the API listens, and whom it knows.
     *
     * @throws ConfigException when the file of tokens cannot be read or used
     */
    static HttpSettings http(WhenceConfig config, InstantSource clock) {
        return new HttpSettings(
                config.getString(WhenceConfig.HTTP_HOST),
                config.getInt(WhenceConfig.HTTP_PORT),
                config.getInt(WhenceConfig.MANAGEMENT_PORT),
                config.getList(WhenceConfig.ALLOWED_HOSTS),
                new Callers(
                        tokens(config),
                        logIn(config),
                        instanceKey(config, clock),
                        new RateLimit(config.getInt(WhenceConfig.RATE_LIMIT), clock),
                        AuditLog.logged(),
                        Boolean.parseBoolean(config.getString(WhenceConfig.OPEN))),
                tls(config));
    }

    /**
     * The other instances; null when none may ask this one.
     *
     * @throws ConfigException when this one is to be asked, and nothing is set that others are known by
     */
    static @Nullable Others others(WhenceConfig config, InstantSource clock) {
        String advertised = config.optional(WhenceConfig.ADVERTISED);
        if (advertised == null) {
            return null;
        }
        InstanceKey key = instanceKey(config, clock);
        if (key == null) {
            throw new ConfigException(WhenceConfig.INSTANCE_SECRET + ": other instances are to ask this one at "
                    + advertised + "; give all of them the same secret");
        }
        HostInfo self = HostInfo.buildFromEndpoint(advertised);
        return new Others(
                new InstanceCalls(
                        key,
                        tls(config) == null ? "http" : "https",
                        config.duration(WhenceConfig.INSTANCE_TIMEOUT),
                        clock),
                self);
    }

    private static @Nullable InstanceKey instanceKey(WhenceConfig config, InstantSource clock) {
        String secret = config.getPassword(WhenceConfig.INSTANCE_SECRET).value();
        try {
            return secret.isBlank() ? null : new InstanceKey(secret, clock);
        } catch (IllegalArgumentException tooShort) {
            throw new ConfigException(WhenceConfig.INSTANCE_SECRET + ": " + tooShort.getMessage());
        }
    }

    private static @Nullable Tls tls(WhenceConfig config) {
        Path keystore = path(config, WhenceConfig.TLS_KEYSTORE);
        if (keystore == null) {
            return null;
        }
        if (!Files.isReadable(keystore)) {
            throw new ConfigException(WhenceConfig.TLS_KEYSTORE + ": " + keystore + " cannot be read");
        }
        return new Tls(keystore, config.getPassword(WhenceConfig.TLS_PASSWORD).value());
    }

    private static @Nullable LogIn logIn(WhenceConfig config) {
        String issuer = config.optional(WhenceConfig.LOG_IN_ISSUER);
        if (issuer == null) {
            return null;
        }
        try {
            return new LogIn(new LogIn.Provider(
                    issuer,
                    needed(config, WhenceConfig.LOG_IN_AUDIENCE),
                    needed(config, WhenceConfig.LOG_IN_KEYS),
                    needed(config, WhenceConfig.LOG_IN_ROLES)));
        } catch (IllegalArgumentException unusable) {
            throw new ConfigException(WhenceConfig.LOG_IN_KEYS + ": " + unusable.getMessage());
        }
    }

    private static String needed(WhenceConfig config, String setting) {
        String value = config.optional(setting);
        if (value == null) {
            throw new ConfigException(setting + ": must be set beside " + WhenceConfig.LOG_IN_ISSUER);
        }
        return value;
    }

    private static Tokens tokens(WhenceConfig config) {
        Path file = path(config, WhenceConfig.TOKENS_FILE);
        try {
            return file == null ? Tokens.none() : Tokens.parse(Files.readAllLines(file));
        } catch (IOException | IllegalArgumentException unusable) {
            throw new ConfigException(WhenceConfig.TOKENS_FILE, file, String.valueOf(unusable.getMessage()));
        }
    }

    /** What the schema registry client is told. */
    static Map<String, String> registry(WhenceConfig config) {
        Map<String, String> settings = new TreeMap<>();
        config.registry().forEach((name, value) -> settings.put(name, String.valueOf(value)));
        return settings;
    }
}
