/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.simulate;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What an organization is, in truth. */
public enum Archetype {
    SMALL_DEVELOPER(false),
    /** Software in a cloud, behind one or a few addresses. */
    SAAS_CLOUD(false),
    /** Functions on an edge platform that runs them wherever it likes, Hong Kong included. */
    SAAS_EDGE(false),
    OFFICE(false),
    /** Offices in several countries behind a corporate egress service. */
    CORPORATE_SASE(false),
    /** An application that asks from the telephones of its users, wherever they are. */
    MOBILE_EMBEDDED(false),
    UNIVERSITY(false),
    /** A small organization one of whose people goes to an unsupported region for some days. */
    TRAVELLER(false),
    /** Behind carrier-grade NAT, with many others. */
    CARRIER_NAT(false),
    SATELLITE(false),
    /** In a supported country, on a network that the databases place in an unsupported one. */
    GEOLOCATION_ERROR(false),
    /** In a supported country, behind a commercial VPN for reasons of its own. */
    PRIVACY_VPN(false),
    /** In a supported country, and through somewhere else: a VPN far away, or homes that a testing service rents. */
    LONG_WAY(false),
    /** A clean organization whose key was stolen and is used from an unsupported region. */
    FRAMED_KEY(false),
    /** One of the accounts that an agency opened at once for its customers, all on the same networks. */
    AGENCY(false),
    DIRECT(true),
    VPN_HOPPING(true),
    CLOUD_RELAY(true),
    RESIDENTIAL_PROXY(true),
    /** A relay that many people share, with one or a few accounts behind it. */
    RESELLER(true),
    /** Behind a VPN that fails now and then. */
    LEAK(true),
    /** Behind a relay, with just too little straight traffic for a simple threshold. */
    THRESHOLD_HUGGER(true),
    FORGED_FORWARDING(true),
    /** Many accounts with little traffic each, on the same few addresses. */
    HYDRA(true);

    private final boolean evader;

    Archetype(boolean evader) {
        this.evader = evader;
    }

    /** Whether organizations of this kind hide, or do not even hide, that they operate from an unsupported region. */
    public boolean evader() {
        return evader;
    }

    /** The name in lower case, as in the tables and files. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    double weight(Model model) {
        return model.number((evader ? "evader." : "clean.") + label() + ".weight");
    }

    static List<Archetype> all(boolean evaders) {
        return Arrays.stream(values()).filter(each -> each.evader == evaders).toList();
    }
}
