/* SPDX-License-Identifier: Apache-2.0 */
package io.whence;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Lets the edge of the program do what {@code config/forbidden.txt} forbids: read the clock, write to the console. */
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.TYPE, ElementType.CONSTRUCTOR, ElementType.METHOD})
public @interface SuppressForbidden {
    /** Why it must. */
    String value();
}
