/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.simulate;

/**
 * Round trip times: light in fibre needs a millisecond for 100 km there and back, cables are not straight, and the last
 * mile costs something of its own.
 *
 * @param model the numbers
 */
record Latency(Model model) {

    private static final double KM_PER_MILLISECOND = 100;

    /**
     * What the gateway measured.
     *
     * @param tcp of the handshake, in milliseconds
     * @param request as the application sees it, in milliseconds
     */
    record Times(float tcp, float request) {}

    Times of(Route route, Edge edge, Dice dice) {
        Exit exit = route.exit();
        double outer = path(edge.point(), exit.point()) + access(exit.kind());
        double inner = path(exit.point(), route.point()) + model.number("rtt.access.fixed");
        double beyond = dice.between(0.3, model.number("rtt.gap.direct.max"));
        double tcp = outer;
        double request = outer;
        switch (route.tunnel()) {
            case LAYER3 -> {
                tcp += inner;
                request += inner;
            }
            case LAYER4 -> request += inner;
            case NONE, APPLICATION -> {
                if (exit.kind() == NetworkKind.SATELLITE) { // the operator answers handshakes on the ground
                    tcp -= model.number("rtt.access.satellite") - model.number("rtt.access.fixed");
                }
            }
        }
        double jitter = dice.exponential(model.number("rtt.jitter"));
        return new Times((float) rounded(tcp + jitter), (float) rounded(request + jitter + beyond));
    }

    private double path(Point from, Point to) {
        double km = from.distanceTo(to);
        long ends = Double.doubleToLongBits(from.latitude() * 31 + from.longitude())
                ^ Double.doubleToLongBits(to.latitude() * 17 + to.longitude());
        double stretch = new Dice(ends).between(model.number("rtt.stretch.min"), model.number("rtt.stretch.max"));
        return km / KM_PER_MILLISECOND * stretch;
    }

    private double access(NetworkKind kind) {
        return switch (kind) {
            case EYEBALL, EDUCATION, BUSINESS -> model.number("rtt.access.fixed");
            case MOBILE -> model.number("rtt.access.mobile");
            case SATELLITE -> model.number("rtt.access.satellite");
            case CLOUD, VPN_EXIT, EDGE, SASE -> model.number("rtt.access.cloud");
        };
    }

    private static double rounded(double millis) {
        return Math.round(millis * 10) / 10.0;
    }
}
