/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.query;

import static io.whence.query.SampleState.organization;

import io.whence.domain.origin.Agreement;
import io.whence.domain.origin.NetworkType;
import io.whence.domain.tally.Egress;
import io.whence.domain.tally.Ledger;
import java.time.LocalDate;

/** A dozen made-up organizations, each with a story. */
public final class Samples {

    /** Works from China and says so nowhere. */
    public static final String JADE = "org-jade-river";

    /** Its name tries to be a script. */
    public static final String HOSTILE = "org-hostile";

    /** Never seen outside supported regions. */
    public static final String AURORA = "org-aurora";

    private static final Egress TELECOM = new Egress("202.96.209.0/24", 4134, "China Telecom");
    private static final Egress UNICOM = new Egress("123.112.12.0/24", 4808, "China Unicom Beijing");
    private static final Egress ALIBABA = new Egress("47.92.14.0/24", 37963, "Alibaba Cloud");
    private static final Egress ROSTELECOM = new Egress("95.24.11.0/24", 12389, "Rostelecom");
    private static final Egress EDGE = new Egress("76.76.21.0/24", 13335, "Cloudflare Workers");
    private static final Egress NORD = new Egress("45.12.220.0/24", 212238, "NordVPN");
    private static final Egress HOTEL = new Egress("61.135.4.0/24", 4808, "China Unicom Beijing");
    private static final Egress IRAN = new Egress("5.160.11.0/24", 42337, "Respina");

    private Samples() {}

    /** All of them. */
    public static SampleState all() {
        SampleState state = new SampleState()
                .ledger(0, new Ledger(184_211, 183_904, 210, 64, 21, 12, 0))
                .ledger(1, new Ledger(171_908, 171_655, 188, 51, 14, 0, 0));
        jade(state);
        unsupported(state);
        benign(state);
        supported(state);
        return state;
    }

    /** One that is warned, one that is clear. */
    public static SampleState two() {
        SampleState state = new SampleState()
                .ledger(0, new Ledger(1000, 900, 50, 30, 15, 5, 0))
                .leak(JADE, "WAW");
        jade(state);
        return state.add(organization(AURORA, "Aurora Analytics", "DE"), Flow.from("DE", 900));
    }

    private static void jade(SampleState state) {
        state.add(
                organization(JADE, "Jade River Robotics", "SG"),
                Flow.from("SG", 2100).with("key-prod-sg"),
                Flow.of("CN", NetworkType.EYEBALL, Agreement.CONFIRMED, 940)
                        .with("key-lab-7", "key-lab-9")
                        .over(TELECOM, UNICOM),
                Flow.of("CN", NetworkType.HOSTING, Agreement.CONFIRMED, 310)
                        .with("key-batch")
                        .over(ALIBABA),
                Flow.of("HK", NetworkType.MOBILE, Agreement.UNCHECKED, 55).with("key-lab-7"),
                Flow.of("ZZ", NetworkType.UNKNOWN, Agreement.UNCHECKED, 38));
    }

    private static void unsupported(SampleState state) {
        state.add(
                organization("org-northwind", "Northwind Trading", "US"),
                Flow.from("US", 3900),
                Flow.from("DE", 640),
                Flow.of("RU", NetworkType.EYEBALL, Agreement.UNCHECKED, 120)
                        .with("key-crm")
                        .over(ROSTELECOM)
                        .between(LocalDate.of(2024, 6, 27), SampleState.LAST_DAY),
                Flow.of("NL", NetworkType.VPN, Agreement.CONFIRMED, 210)
                        .with("key-crm")
                        .over(NORD));
        state.add(
                organization("org-meridian", "Meridian Logistics", "AE"),
                Flow.of("AE", NetworkType.EYEBALL, Agreement.CONFIRMED, 1500),
                Flow.from("IN", 400),
                Flow.of("IR", NetworkType.EYEBALL, Agreement.CONFIRMED, 24)
                        .with("key-dispatch")
                        .over(IRAN)
                        .between(LocalDate.of(2024, 7, 1), SampleState.LAST_DAY));
    }

    private static void benign(SampleState state) {
        state.add(
                organization("org-kestrel", "Kestrel Design", "GB"),
                Flow.from("GB", 820),
                Flow.of("CN", NetworkType.EYEBALL, Agreement.CONFIRMED, 30)
                        .over(HOTEL)
                        .between(LocalDate.of(2024, 7, 8), LocalDate.of(2024, 7, 10)));
        state.add(
                organization("org-edgeworks", "Edgeworks", "US"),
                Flow.from("US", 5200),
                Flow.of("HK", NetworkType.EDGE_PLATFORM, Agreement.CONFIRMED, 260)
                        .with("key-edge")
                        .over(EDGE));
        state.add(
                organization("org-dnipro", "Dnipro Data", "UA"),
                Flow.of("UA-12", NetworkType.EYEBALL, Agreement.CONFIRMED, 610),
                Flow.of("UA", NetworkType.MOBILE, Agreement.CONFIRMED, 140),
                Flow.from("PL", 90));
    }

    private static void supported(SampleState state) {
        state.add(organization(AURORA, "Aurora Analytics", "DE"), Flow.from("DE", 900), Flow.from("FR", 210));
        state.add(
                organization("org-sunrise", "Sunrise Games", "JP"),
                Flow.from("JP", 7400),
                Flow.from("KR", 2100),
                Flow.from("TW", 1300),
                Flow.from("US", 700));
        state.add(organization("org-pampas", "Pampas AgTech", "AR"), Flow.from("AR", 480), Flow.from("BR", 350));
        state.add(
                organization("org-helix", "Helix Bio", "CH"),
                Flow.from("CH", 330),
                Flow.of("ZZ", NetworkType.UNKNOWN, Agreement.UNCHECKED, 120));
        state.add(organization(HOSTILE, "<img src=x onerror=alert(1)> \u202Egnp.exe", "FR"), Flow.from("FR", 60));
        state.add(organization("org-anonymous", null, null), Flow.from("CA", 75));
        state.add(
                organization("org-new", "Brand New", "SE"),
                Flow.from("SE", 25).between(SampleState.LAST_DAY, SampleState.LAST_DAY));
    }
}
