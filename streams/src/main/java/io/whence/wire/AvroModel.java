/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.wire;

import io.whence.contracts.AccessEvent;
import org.apache.avro.data.TimeConversions;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.util.ClassSecurityValidator;

/** How the generated contracts are read. Avro refuses classes nobody vouched for since 1.12.2; here we do. */
final class AvroModel {
    static final SpecificData DATA = trusting();

    private AvroModel() {}

    /** Vouches for the contracts, whatever else is trusted already; has an effect once. */
    static void trustContracts() {
        DATA.getClassLoader();
    }

    private static SpecificData trusting() {
        var others = ClassSecurityValidator.getGlobal();
        var contracts = AccessEvent.class.getPackageName() + ".";
        ClassSecurityValidator.setGlobal(type -> type.getName().startsWith(contracts) || others.isTrusted(type));
        var data = new SpecificData(AccessEvent.class.getClassLoader());
        // The fast reader would not ask ContractReader how to read a string
        data.setFastReaderEnabled(false);
        data.addLogicalTypeConversion(new TimeConversions.TimestampMillisConversion());
        data.addLogicalTypeConversion(new TimeConversions.DateConversion());
        return data;
    }
}
