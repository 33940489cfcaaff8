/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.domain.origin;

/**
 * A point on the globe.
 *
 * @param latitude degrees north, -90 to 90
 * @param longitude degrees east, -180 to 180
 */
public record Spot(double latitude, double longitude) {

    /** Mean radius of the earth in kilometres (IUGG). */
    private static final double EARTH_KM = 6371.0088;

    /** The great-circle distance in kilometres, by the haversine formula. */
    public double distanceKm(Spot other) {
        double north = StrictMath.toRadians(other.latitude - latitude) / 2;
        double east = StrictMath.toRadians(other.longitude - longitude) / 2;
        double cosines =
                StrictMath.cos(StrictMath.toRadians(latitude)) * StrictMath.cos(StrictMath.toRadians(other.latitude));
        double chord = StrictMath.pow(StrictMath.sin(north), 2) + cosines * StrictMath.pow(StrictMath.sin(east), 2);
        return 2 * EARTH_KM * StrictMath.asin(StrictMath.min(1, StrictMath.sqrt(chord)));
    }
}
