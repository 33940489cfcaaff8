/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.http;

import io.whence.wire.Contracts;
import io.whence.wire.Decoded;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** A desk that keeps the actions that the contract takes. */
final class SampleDesk implements ActionDesk {

    private final List<String> taken = Collections.synchronizedList(new ArrayList<>());

    List<String> taken() {
        return taken;
    }

    @Override
    public Optional<Fault> take(String organizationId, String json) {
        if (Contracts.OFFICER_ACTION.fromJson(json) instanceof Decoded.Undecodable<?> undecodable) {
            return Optional.of(new Fault(undecodable.field(), undecodable.message()));
        }
        taken.add(json);
        return Optional.empty();
    }
}
