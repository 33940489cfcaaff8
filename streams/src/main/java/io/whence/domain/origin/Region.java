/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.domain.origin;

import java.util.regex.Pattern;

/**
 * A place as ISO 3166 names it: a country or territory ({@code CN}, {@code HK}) or, where a policy needs it, one of its
 * subdivisions ({@code UA-43}). {@code ZZ} is the unknown region; {@code XK} is Kosovo.
 *
 * @param code ISO 3166-1 alpha-2 or ISO 3166-2 code, upper case
 */
public record Region(String code) implements Comparable<Region> {

    private static final Pattern FORM = Pattern.compile("[A-Z]{2}(-[A-Z0-9]{1,3})?");

    /** Where we do not know; a value, not a guess. {@code ZZ} is user-assigned in ISO 3166-1. */
    public static final Region UNKNOWN = new Region("ZZ");

    public Region {
        if (!FORM.matcher(code).matches()) {
            throw new IllegalArgumentException("region: '" + code + "' is not an ISO 3166 code like CN or UA-43");
        }
    }

    /** The country or territory this region is, or lies in. */
    public Region country() {
        return isSubdivision() ? new Region(code.substring(0, 2)) : this;
    }

    public boolean isSubdivision() {
        return code.length() > 2;
    }

    public boolean isUnknown() {
        return this.equals(UNKNOWN);
    }

    @Override
    public int compareTo(Region other) {
        return code.compareTo(other.code);
    }

    @Override
    public String toString() {
        return code;
    }
}
