/// Tests of the bundle: what is written, what is decided from it, what is refused.
@NullMarked
package app.attune.export;

import org.jspecify.annotations.NullMarked;
