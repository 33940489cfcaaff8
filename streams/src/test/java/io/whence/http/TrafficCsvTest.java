/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.whence.query.DayRange;
import io.whence.query.Traffic;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrafficCsvTest {

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "=cmd|' /C calc'!A0"})
    void noFieldIsAFormula(String text) {
        assertThat(TrafficCsv.field(text)).startsWith("'");
    }

    @Test
    void aFieldIsQuotedWhereItMustBe() {
        assertThat(TrafficCsv.field("plain")).isEqualTo("plain");
        assertThat(TrafficCsv.field("a,b")).isEqualTo("\"a,b\"");
        assertThat(TrafficCsv.field("say \"hi\"")).isEqualTo("\"say \"\"hi\"\"\"");
        assertThat(TrafficCsv.field("=a,\"b\"")).isEqualTo("\"'=a,\"\"b\"\"\"");
        assertThat(TrafficCsv.field("")).isEmpty();
    }

    @Test
    void aFileNameCannotCarryAHeaderOrAPath() {
        LocalDate day = LocalDate.of(2024, 7, 9);
        Traffic traffic = new Traffic("a/../b\"\r\nX: y", new DayRange(day, day), day, List.of());

        assertThat(TrafficCsv.disposition(traffic))
                .isEqualTo("attachment; filename=\"regional-traffic-a_.._b___X__y.csv\"");
    }
}
