/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.whence.domain.access.AccessEvent;
import io.whence.domain.access.IpAddress;
import java.io.StringReader;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.xml.sax.InputSource;

class BenchTest {

    private static final BenchPlan PLAN = plan(3);

    private static BenchPlan plan(int runs) {
        return new BenchPlan(
                1_000, 50, Skew.ZIPF, 60, 4, 1, 1_000, 512, runs, List.of(Pipeline.DECODE, Pipeline.WHENCE));
    }

    private static List<AccessEvent> events() {
        BenchTraffic traffic = new BenchTraffic(PLAN);
        return LongStream.range(0, PLAN.records()).mapToObj(traffic::event).toList();
    }

    @Test
    void theLoadIsTheSameEachTimeAndItsAddressesAreRoutable() {
        List<AccessEvent> events = events();

        assertThat(events).isEqualTo(events());
        assertThat(events.stream().map(AccessEvent::eventId)).doesNotHaveDuplicates();
        assertThat(events)
                .allSatisfy(event -> assertThat(IpAddress.parse(event.sourceIp()))
                        .hasValueSatisfying(address ->
                                assertThat(address.scope().routable()).isTrue()));
        assertThat(events.stream().map(AccessEvent::timestamp)).isSorted();
    }

    @Test
    void anOrganizationKeepsItsFewAddresses() {
        Map<String, Long> addresses = events().stream()
                .collect(Collectors.groupingBy(
                        AccessEvent::organizationId,
                        Collectors.collectingAndThen(
                                Collectors.mapping(AccessEvent::sourceIp, Collectors.toSet()),
                                set -> (long) set.size())));

        assertThat(addresses.values()).allSatisfy(many -> assertThat(many).isBetween(1L, 8L));
    }

    @Test
    void skewIsWhatItSays() {
        assertThat(shares(Skew.HOT).get(0)).isCloseTo(0.95, within(0.01));
        assertThat(shares(Skew.UNIFORM).values())
                .allSatisfy(share -> assertThat(share).isLessThan(0.02));
        Map<Integer, Double> zipf = shares(Skew.ZIPF);
        assertThat(zipf.get(0)).isGreaterThan(zipf.get(1)).isGreaterThan(10 * zipf.get(60));
    }

    private static Map<Integer, Double> shares(Skew skew) {
        SplittableRandom dice = new SplittableRandom(1);
        int draws = 100_000;
        return IntStream.range(0, draws)
                .mapToObj(draw -> skew.organization(dice, 100))
                .collect(Collectors.groupingBy(
                        Function.identity(),
                        Collectors.collectingAndThen(Collectors.counting(), count -> (double) count / draws)));
    }

    @Test
    void theReportTellsMediansAndRatios() {
        BenchReport report = report(1.0, 2.0, 9.0);

        assertThat(report.spread(Pipeline.WHENCE, Measured::cpuMicros)).contains(new BenchReport.Spread(1, 2, 9));
        assertThat(report.ratio(Pipeline.WHENCE, Pipeline.DECODE))
                .hasValueSatisfying(ratio -> assertThat(ratio).isCloseTo(4.0, within(1e-9)));
        assertThat(report.ratio(Pipeline.WHENCE, Pipeline.COUNT)).isEmpty();
    }

    private static BenchReport report(double... whence) {
        List<Measured> measured = Arrays.stream(whence)
                .boxed()
                .flatMap(micros -> List.of(measured(Pipeline.DECODE, 0.5), measured(Pipeline.WHENCE, micros)).stream())
                .toList();
        return new BenchReport(plan(whence.length), measured);
    }

    private static Measured measured(Pipeline pipeline, double micros) {
        return new Measured(pipeline, 2, 500, 1, Math.round(micros * 500 * 1000), 1_000, 1, 1_000, 1_000);
    }

    @Test
    void thePictureIsSvgWithABarForEachPipeline() throws Exception {
        String svg = new BenchChart(report(1, 2, 9)).svg();

        var document =
                DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
        assertThat(document.getElementsByTagName("rect").getLength())
                .isEqualTo(1 + PLAN.pipelines().size());
        assertThat(svg).contains(Pipeline.WHENCE.title(), "2.00");
    }
}
