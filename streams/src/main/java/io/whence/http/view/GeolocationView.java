/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.http.view;

import io.whence.domain.origin.Geolocation;
import java.util.List;

/**
 * What traffic is located with.
 *
 * @param demo whether the data is for demonstration and tests, and says nothing about the world of today
 * @param builds every source in the order of its authority
 */
public record GeolocationView(boolean demo, List<GeolocationBuildView> builds) {

    public static GeolocationView of(Geolocation geolocation) {
        return new GeolocationView(
                geolocation.demo(),
                geolocation.builds().stream().map(GeolocationBuildView::of).toList());
    }
}
