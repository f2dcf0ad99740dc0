package app.attune.serve;

import java.nio.file.Path;

/// Where bundles come from.
@FunctionalInterface
interface BundleSource {
    /// Reads a bundle and verifies it.
    ///
    /// @throws app.attune.core.ProblemException if it must not be served
    ServedBundle load(Path folder);
}
