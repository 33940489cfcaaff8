/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.whence.query.Copy;
import io.whence.query.Reach;
import org.junit.jupiter.api.Test;

class StateHeaderTest {

    @Test
    void saysWhatWasAskedHowOldItIsAndWhatIsMissing() {
        try (Reach reach = Reach.open()) {
            Reach.read(Copy.active(0));
            Reach.read(new Copy(1, false, 12, 340));
            Reach.read(new Copy(4, false, 0, 20));
            Reach.miss(5);

            assertThat(StateHeader.of(reach))
                    .isEqualTo("complete=?0, partitions=3, lag=12, lag-ms=340,"
                            + " standby=(1;lag=12;lag-ms=340 4;lag=0;lag-ms=20), missing=(5)");
        }
    }

    @Test
    void saysThatNothingIsMissing() {
        try (Reach reach = Reach.open()) {
            Reach.read(Copy.active(0));

            assertThat(StateHeader.of(reach))
                    .isEqualTo("complete=?1, partitions=1, lag=0, lag-ms=0, standby=(), missing=()");
        }
    }
}
