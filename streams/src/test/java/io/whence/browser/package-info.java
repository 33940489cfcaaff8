/** A browser for tests of the page; start reading at {@link io.whence.browser.Chromium}. */
package io.whence.browser;
