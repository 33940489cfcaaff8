/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.simulate;

/**
 * A point on the globe.
 *
 * @param latitude degrees north
 * @param longitude degrees east
 */
record Point(double latitude, double longitude) {

    private static final double EARTH_RADIUS_KM = 6371;

    /** The great-circle distance in kilometres. */
    double distanceTo(Point other) {
        double lat = Math.toRadians(other.latitude - latitude);
        double lon = Math.toRadians(other.longitude - longitude);
        double h = Math.pow(Math.sin(lat / 2), 2)
                + Math.cos(Math.toRadians(latitude))
                        * Math.cos(Math.toRadians(other.latitude))
                        * Math.pow(Math.sin(lon / 2), 2);
        return 2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(h)));
    }
}
