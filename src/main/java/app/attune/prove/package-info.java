/// Proves that engines decide exported flags as the bundle does: cases, runs, differences and the certificate.
@NullMarked
package app.attune.prove;

import org.jspecify.annotations.NullMarked;
