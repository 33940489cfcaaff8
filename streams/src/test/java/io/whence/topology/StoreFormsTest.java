/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.whence.domain.cases.Notice;
import io.whence.domain.cases.Organization;
import io.whence.domain.policy.RegionPolicy;
import java.util.List;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.state.StoreBuilder;
import org.junit.jupiter.api.Test;

class StoreFormsTest {

    /** What the stream alone reads. */
    private static final List<String> NOT_ASKED_FOR = List.of(Stores.SEEN_EVENTS, Stores.SURGES, Stores.EXITS);

    private static final Serde<Notice> NOTICE = unused();
    private static final Serde<Organization> ORGANIZATION = unused();

    @Test
    void everyStoreThatQuestionsAreAnsweredFromCanBeReadByOtherInstances() {
        StoreForms forms = new StoreForms(NOTICE, ORGANIZATION);
        Stores stores = Stores.of(NOTICE, StoreFormsTest.<RegionPolicy>unused(), 0);

        assertThat(stores.all())
                .extracting(StoreBuilder::name)
                .filteredOn(store -> !NOT_ASKED_FOR.contains(store))
                .isNotEmpty()
                .allMatch(store -> forms.of(store).isPresent());
        assertThat(forms.of(Stores.ORGANIZATIONS)).isPresent();
    }

    @Test
    void nothingElseCanBeReadByThem() {
        StoreForms forms = new StoreForms(NOTICE, ORGANIZATION);

        assertThat(NOT_ASKED_FOR).allMatch(store -> forms.of(store).isEmpty());
        assertThat(forms.of("")).isEmpty();
    }

    private static <V> Serde<V> unused() {
        return Serdes.serdeFrom((topic, value) -> new byte[0], (topic, bytes) -> null);
    }
}
