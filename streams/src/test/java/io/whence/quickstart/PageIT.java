/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.quickstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.whence.browser.Chromium;
import io.whence.browser.Tab;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** The page in a real browser, over the real application with the sample in it. Officers' acts come last. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PageIT {

    private static final int OFFICERS_ACTS = Integer.MAX_VALUE;
    private static final String LOTUS = "/#/organizations/lotus-robotics";
    private static final String MY = "/my#lotus-robotics";
    private static final List<String> VIEWS = List.of("/#/", LOTUS, "/#/policies", "/#/health", MY);

    private ServedPage page;
    private Chromium chromium;
    private Tab tab;

    @BeforeAll
    void open(@TempDir Path folder) throws Exception {
        Optional<Path> program = Chromium.find();
        assumeTrue(
                program.isPresent(), "no Chromium on the path, and none named by -Dwhence.chromium; see contributing");
        page = ServedPage.start(folder);
        chromium = Chromium.start(program.get(), folder);
        tab = chromium.tab().open(page.url());
        signIn();
    }

    @AfterAll
    void close() throws Exception {
        if (chromium != null) {
            chromium.close();
        }
        if (page != null) {
            page.close();
        }
    }

    private void signIn() {
        tab.until("document.querySelector('main [role=alert]')");
        assertThat(tab.text("main")).contains("You are not known here").contains("Sign in");
        tab.click("#sign-in").type("wrong").press("Enter");
        tab.until("document.querySelector('dialog [role=alert]').textContent");
        tab.evaluate("document.getElementById('token').value = ''");
        tab.type(ServedPage.OFFICER).press("Enter");
        tab.until("!document.querySelector('dialog') && document.querySelector('.matrix')");
    }

    /** A broker that stalls for seconds has the tasks given out anew: what is shown then is tested elsewhere. */
    @BeforeEach
    void awaitWholeState() {
        page.awaitSample();
    }

    private Tab show(String view) {
        tab.width(1280, 860).dark(false).open(page.url() + view);
        return tab.until("document.querySelector('main .panel .list, main .matrix, main .timeline')");
    }

    @Test
    void theMapShowsWhereTrafficComesFromDayByDay() {
        show("/#/").until("document.querySelector('.world path.sends.unsupported')");

        for (String place : List.of("HK", "MO", "TW", "XK", "UA-43")) {
            assertThat(tab.text("[data-focus='place-" + place + "']")).contains(place);
        }
        assertThat(tab.count(".world .dot-place.unsupported")).isGreaterThanOrEqualTo(3);
        String all = tab.text(".when");
        tab.evaluate("document.getElementById('day').focus()");
        tab.press("ArrowLeft");
        assertThat(tab.text(".when")).contains("Jul 2024: ").isNotEqualTo(all);
        assertThat(tab.text(".when")).isNotEqualTo(tab.press("ArrowLeft").text(".when"));
    }

    @Test
    void theTotalsOfTheMapAddUpToTheLedger() {
        Awaitility.await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            long requests = 0;
            for (JsonNode total :
                    page.json("/v1/traffic?from=2024-06-01&to=2024-07-31").get("traffic")) {
                requests += total.get("requests").asLong();
            }
            assertThat(requests)
                    .isEqualTo(page.json("/v1/ledger").at("/total/tallied").asLong())
                    .isGreaterThan(40_000);
        });
    }

    @Test
    void aRegionLeadsToTheOrganizationsThatSentSomethingFromThere() {
        show("/#/").click("[data-focus='region-CN']").until("location.hash.includes('region=CN')");
        tab.until("document.querySelector('.token')");

        assertThat(tab.text(".matrix")).contains("Lotus Robotics").doesNotContain("hostile-rtl");
        int some = tab.count(".matrix tbody tr");
        tab.open(page.url() + tab.evaluate("location.hash").asText()).until("document.querySelector('.matrix')");
        assertThat(tab.count(".matrix tbody tr"))
                .as("the same address, the same rows")
                .isEqualTo(some);
        tab.click("[data-focus='no-filter']").until("document.querySelectorAll('.matrix tbody tr').length > " + some);
    }

    @Test
    void whySinceWhenAndFromWhichKeyIsTwoClicksAway() {
        show("/#/").click("[data-focus='lotus-robotics']").until("document.querySelector('.why .list')");

        assertThat(tab.text(".why")).contains("China").contains("3 Jun 2024").contains("key-");
        tab.click(".why .rest summary").until("document.querySelector('.why .rest[open] code')");
        assertThat(tab.text(".waterfall")).contains("dB", "network operator");
        assertThat(tab.text(".changes")).contains("the probability would be");
        assertThat(tab.text(".timeline")).contains("ENFORCEMENT", "WARNING");
        assertThat(tab.text(".letter")).contains("What now").contains("Stop using the API from CN");
        tab.click(".timeline a").until("document.activeElement.matches('.letter')");
    }

    @Test
    void namesThatMeanHarmAreText() throws Exception {
        show("/#/");
        for (String id : HostileTraffic.NAMES.keySet()) {
            tab.until("document.querySelector(\"[data-focus='" + id + "']\")");
            assertThat(tab.content("[data-focus='" + id + "'] bdi")).isEqualTo(HostileTraffic.NAMES.get(id));
            show("/#/organizations/" + id);
            assertThat(tab.content("h1 bdi")).isEqualTo(HostileTraffic.NAMES.get(id));
            assertThat(tab.count("main script, main img, main svg[onload]")).isZero();
            assertThat(tab.evaluate("document.title").asText()).isNotEqualTo("owned");
            show("/#/");
        }
        assertThat(page.securityPolicy()).contains("default-src 'self'").doesNotContain("unsafe");
        // 401 while nobody was signed in, 503 while tasks were given out
        assertThat(tab.problems()).allMatch(problem -> problem.matches("network: .* (401|503) .*"));
    }

    @Test
    void nothingSeriousStandsInAnybodysWay() throws Exception {
        for (String view : VIEWS) {
            for (boolean dark : List.of(false, true)) {
                show(view).dark(dark);
                assertThat(tab.barriers())
                        .as(view + (dark ? " dark" : " light"))
                        .isEmpty();
            }
        }
        show(LOTUS).click("[data-focus^='EXEMPT']").until("document.querySelector('dialog[open]')");
        assertThat(tab.barriers()).as("what an officer is asked").isEmpty();
    }

    @Test
    void isDarkForWhoLikesItDark() throws Exception {
        String brightness = "getComputedStyle(document.body).backgroundColor.match(/\\d+/g).slice(0, 3)"
                + ".reduce((sum, part) => sum + Number(part), 0)";
        assertThat(show("/#/").evaluate(brightness).asInt()).isGreaterThan(600);
        assertThat(tab.dark(true).evaluate(brightness).asInt()).isLessThan(150);
        tab.picture(Pictures.file("page-dark.png"), 860);
    }

    @Test
    void nothingSticksOutAtTheWidthOfAPhone() throws Exception {
        for (String view : VIEWS) {
            show(view).width(390, 844);
            assertThat(tab.evaluate("document.documentElement.scrollWidth - innerWidth")
                            .asInt())
                    .as(view)
                    .isZero();
        }
        show("/#/").width(390, 844).until("document.querySelector('.world')");
        tab.picture(Pictures.file("page-phone.png"), 1400);
    }

    @Test
    void everythingCanBeReachedWithTheKeyboard() {
        show("/#/").press("Tab");
        assertThat(tab.evaluate("document.activeElement.className").asText()).isEqualTo("skip");
        tab.tabTo("#views a[href='#/policies']", 4).press("Enter").until("location.hash === '#/policies'");
        tab.until("document.querySelector('h1').textContent === 'Policies'");
        show("/#/").until("document.querySelector(\"[data-focus='region-CN']\")");
        tab.tabTo("[data-focus='region-CN']", 60).press("Enter").until("location.hash.includes('CN')");
        tab.tabTo("[data-focus='lotus-robotics']", 60).press("Enter").until("document.querySelector('.why .list')");
    }

    @Test
    void saysWhatToDoWhenThereIsNothing() {
        show("/#/").evaluate("document.getElementById('filter').focus()");
        tab.type("nobody is called that").until("document.querySelector('.columns .empty')");
        assertThat(tab.text(".columns .empty")).contains("No organization matches", "Show all organizations");
        tab.open(page.url() + "/#/organizations/nobody").until("document.querySelector('[role=alert]')");
        assertThat(tab.text("h1")).isEqualTo("There is no such organization");
    }

    @Test
    void healthSaysThatNothingIsLostAndHowLongOrdersTake() {
        assertThat(show("/#/health").text("main"))
                .contains("ready", "orders to gateways", "GeoLite2-City")
                .doesNotContain("NaN", "undefined");
        assertThat(tab.text("#ledger")).contains("every one accounted for");
    }

    @Test
    void saysWhenAnAnswerIsNotCompleteOrOld() {
        String ask = "import('/api.js').then(({caveat}) => caveat('complete=%s, partitions=4, lag=9, lag-ms=%d,"
                + " standby=(1;lag=9;lag-ms=9), missing=(%s)'))";

        assertThat(show("/#/").evaluate(ask.formatted("?1", 40, "")).asText()).isEmpty();
        assertThat(tab.evaluate(ask.formatted("?0", 40, "1 3")).asText()).startsWith("Not complete: partitions 1 3");
        assertThat(tab.evaluate(ask.formatted("?1", 12_000, "")).asText()).contains("12 s behind");
        tab.evaluate("dispatchEvent(new CustomEvent('caveat', {detail: 'Not complete'})); 0");
        assertThat(tab.text("#caveat")).isEqualTo("Not complete");
    }

    @Test
    void aCustomerSeesWhatWouldBeRefusedOnADayAndHowToEndItAndNobodyElse() throws Exception {
        Tab customer = page.visit(chromium, ServedPage.CUSTOMER, MY).until("document.querySelector('.lead')");
        assertThat(customer.text(".lead")).contains("China").contains("would be refused");
        assertThat(customer.text("main")).contains("How to end it", "key-", "naming its number");
        customer.evaluate("const day = document.querySelector('[id^=day-]'); day.value = '2024-06-30';"
                + "day.dispatchEvent(new Event('input'))");
        assertThat(customer.text(".lead")).isEqualTo("Nothing of yours would be refused on 30 Jun 2024.");
        customer.picture(Pictures.file("my.png"), 1200);
        customer.evaluate("document.getElementById('address').value = '1.119.192.1'");
        customer.click(".preview-form .main").until("document.querySelector('.my .preview-form ~ [role=status] b')");
        assertThat(customer.text(".my .preview-form ~ [role=status]")).startsWith("unsupported: CN is not supported.");
        customer.open(page.url() + "/my#taurida-data").until("document.querySelector('[role=alert]')");
        assertThat(customer.text("main")).doesNotContain("Taurida");
    }

    @Test
    void aDraftOfAPolicySaysWhomItWouldTouch() {
        show("/#/policies").click(".preview summary");
        tab.evaluate("document.querySelector('[id^=drop-]').value = 'DE'");
        tab.click(".preview-form .main").until("document.querySelector('.impact table, .impact .wrong')");
        assertThat(tab.text(".impact")).contains("Germany").contains("unsupported");
    }

    @Test
    @Order(OFFICERS_ACTS - 1)
    void anExemptionIsShownWithWhoGrantedItAndHowMuchItCovers() {
        show("/#/organizations/taurida-data").click("[data-focus^='EXEMPT']");
        tab.until("document.querySelector('dialog[open]')")
                .evaluate("document.getElementById('region').value = 'UA-43'");
        tab.evaluate("document.getElementById('licence').value = 'GL-25'");
        tab.click("dialog .main").until("document.querySelector('.said')?.textContent.includes('done')");

        tab.until("document.querySelector('[aria-labelledby=exemptions-title]')");
        assertThat(tab.text("[aria-labelledby=exemptions-title]")).contains("Crimea", "Jane Doe", "GL-25");
    }

    @Test
    @Order(OFFICERS_ACTS - 2)
    void isInThePictures() throws Exception {
        show("/#/").until("document.querySelectorAll('.world .sends').length > 5");
        tab.picture(Pictures.file("page.png"), 1500);
        show(LOTUS).until("document.querySelector('.waterfall')");
        tab.picture(Pictures.file("organization.png"), 1500);
    }

    @Test
    @Order(OFFICERS_ACTS)
    void whatAnOfficerDecidesReachesTheCaseTheNoticeAndEverybodyWhoLooks() throws Exception {
        Tab other = page.visit(chromium, ServedPage.VIEWER, "/").until("document.querySelector('.live.on')");
        other.until("document.querySelector('.notices .badge.kind-enforcement')");
        other.evaluate("const lifted = () => [...document.querySelectorAll('.notices li')].some((each) =>"
                + " each.querySelector('.kind-lift') && each.textContent.includes('Lotus'));"
                + "new MutationObserver(() => { if (!window.seen && lifted()) window.seen = Date.now(); })"
                + ".observe(document.querySelector('.notices'), {childList: true, subtree: true}); 0");

        show(LOTUS).tabTo("[data-focus^='LIFT']", 40).press("Enter").until("document.querySelector('dialog[open]')");
        assertThat(tab.text("dialog")).contains("Lotus Robotics").contains("Gateways stop refusing");
        tab.tabTo("#text", 5).type("Spoke with them").tabTo("dialog .main", 4);
        double confirmed = tab.evaluate("Date.now()").asDouble();
        tab.press("Enter").until("document.querySelector('.said')?.textContent.includes('done')");

        tab.until("document.querySelector('.named .badge').textContent === 'lifted'");
        assertThat(tab.text(".timeline")).contains("Jane Doe").contains("Spoke with them");
        assertThat(tab.text(".letter")).containsIgnoringCase("lift");
        other.until("window.seen");
        double late = other.evaluate("window.seen").asDouble() - confirmed;
        System.out.println("live update: ms from the officer's keystroke to another's page: " + Math.round(late));
        assertThat(late).isLessThan(2_000);
    }
}
