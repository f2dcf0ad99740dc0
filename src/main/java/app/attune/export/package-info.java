/// Bundles for the server team: what is decided, on which data, with golden decisions to prove it.
@NullMarked
package app.attune.export;

import org.jspecify.annotations.NullMarked;
