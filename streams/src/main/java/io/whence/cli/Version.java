/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.cli;

import picocli.CommandLine.IVersionProvider;

/** The version of the jar this runs from. */
final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
        var version = Main.class.getPackage().getImplementationVersion();
        return new String[] {"whence " + (version == null ? "(not packaged)" : version)};
    }
}
