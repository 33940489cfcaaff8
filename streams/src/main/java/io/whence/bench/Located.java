/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.bench;

import io.whence.domain.access.AccessEvent;
import io.whence.domain.access.IpAddress;
import io.whence.domain.origin.OriginLocator;
import io.whence.geo.GeoDatabases;
import io.whence.geo.GeoSourceException;
import io.whence.geo.GeoSources;
import io.whence.geo.MaxMindLocator;
import io.whence.geo.OriginTableFile;
import io.whence.wire.AccessEventDecoder;
import io.whence.wire.Decoded;
import io.whence.wire.SchemaRegistry;
import java.nio.file.Path;

/**
 * Where requests came from.
 *
 * @param decoder of requests
 * @param locator of addresses
 */
record Located(AccessEventDecoder decoder, OriginLocator locator) {

    /** By the bundled databases, all origins found beforehand. */
    static Located by(SchemaRegistry registry, Path origins) throws GeoSourceException {
        return new Located(new AccessEventDecoder(registry), bundled(origins));
    }

    /** The bundled databases with their table of origins, from a file that is written when there is none. */
    static OriginLocator bundled(Path origins) throws GeoSourceException {
        MaxMindLocator locator = new MaxMindLocator(GeoDatabases.open(GeoSources.bundled()));
        locator.compile(new OriginTableFile(origins));
        return locator;
    }

    /** The code of the region a request came from. */
    String countryOf(byte[] value) {
        if (decoder.decode(value) instanceof Decoded.Value<AccessEvent> decoded) {
            return locator.locate(IpAddress.parse(decoded.value().sourceIp()).orElseThrow())
                    .region()
                    .code();
        }
        throw new IllegalStateException("a request of the load cannot be decoded");
    }
}
