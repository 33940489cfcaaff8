/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.geo;

import com.maxmind.db.MaxMindDbParameter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The few fields of MaxMind records that Whence reads; whatever else a record holds is skipped undecoded. */
final class Records {
    private Records() {}

    /**
     * A City, Country or Enterprise record, or a flat one that has only {@code country_code}. The country that a
     * military base represents is left out on purpose: it is not where the base lies.
     */
    public record Place(
            @MaxMindDbParameter(name = "country") @Nullable Code country,

            @MaxMindDbParameter(name = "country_code") @Nullable String countryCode,

            @MaxMindDbParameter(name = "registered_country") @Nullable Code registeredCountry,

            @MaxMindDbParameter(name = "subdivisions") @Nullable List<Code> subdivisions,

            @MaxMindDbParameter(name = "location") @Nullable Circle location,
            @MaxMindDbParameter(name = "traits") @Nullable Traits traits) {}

    /** An ISO 3166 code. */
    public record Code(
            @MaxMindDbParameter(name = "iso_code") @Nullable String isoCode) {}

    /** How far off a place may be. */
    public record Circle(
            @MaxMindDbParameter(name = "accuracy_radius") @Nullable Integer accuracyRadius,

            @MaxMindDbParameter(name = "latitude") @Nullable Double latitude,

            @MaxMindDbParameter(name = "longitude") @Nullable Double longitude) {}

    /** A City record, only for the point it gives. */
    public record Spot(
            @MaxMindDbParameter(name = "location") @Nullable Point location) {}

    /** Degrees north and east. */
    public record Point(
            @MaxMindDbParameter(name = "latitude") @Nullable Double latitude,

            @MaxMindDbParameter(name = "longitude") @Nullable Double longitude) {}

    /** What a place record says of the network: two flags of the old GeoLite2, one of all, the rest from Enterprise. */
    public record Traits(
            @MaxMindDbParameter(name = "is_anonymous_proxy") @Nullable Boolean anonymousProxy,

            @MaxMindDbParameter(name = "is_anycast") @Nullable Boolean anycast,

            @MaxMindDbParameter(name = "is_satellite_provider") @Nullable Boolean satelliteProvider,

            @MaxMindDbParameter(name = "autonomous_system_number") @Nullable Long number,

            @MaxMindDbParameter(name = "autonomous_system_organization") @Nullable String organization,

            @MaxMindDbParameter(name = "connection_type") @Nullable String connectionType,

            @MaxMindDbParameter(name = "user_type") @Nullable String userType) {}

    /** An ASN or ISP record. */
    public record Operator(
            @MaxMindDbParameter(name = "autonomous_system_number") @Nullable Long number,

            @MaxMindDbParameter(name = "autonomous_system_organization") @Nullable String organization,

            @MaxMindDbParameter(name = "isp") @Nullable String isp,

            @MaxMindDbParameter(name = "mobile_network_code") @Nullable String mobileNetworkCode) {}

    /** An Anonymous-IP, Anonymous-Plus or IP-Risk record. */
    public record Anonymizer(
            @MaxMindDbParameter(name = "is_anonymous") @Nullable Boolean anonymous,

            @MaxMindDbParameter(name = "is_anonymous_vpn") @Nullable Boolean vpn,

            @MaxMindDbParameter(name = "is_hosting_provider") @Nullable Boolean hosting,

            @MaxMindDbParameter(name = "is_public_proxy") @Nullable Boolean publicProxy,

            @MaxMindDbParameter(name = "is_residential_proxy") @Nullable Boolean residentialProxy,

            @MaxMindDbParameter(name = "is_tor_exit_node") @Nullable Boolean tor,

            @MaxMindDbParameter(name = "provider_name") @Nullable String provider,

            @MaxMindDbParameter(name = "anonymizer_confidence") @Nullable Integer confidence,

            @MaxMindDbParameter(name = "network_last_seen") @Nullable String lastSeen) {}

    /** A Residential-Proxy record. */
    public record ResidentialProxy(
            @MaxMindDbParameter(name = "provider_name") @Nullable String provider,

            @MaxMindDbParameter(name = "anonymizer_confidence") @Nullable Integer confidence,

            @MaxMindDbParameter(name = "network_last_seen") @Nullable String lastSeen) {}

    /** A Connection-Type record. */
    public record Connection(
            @MaxMindDbParameter(name = "connection_type") @Nullable String connectionType) {}
}
