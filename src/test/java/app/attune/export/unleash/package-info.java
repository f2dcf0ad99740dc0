/// Tests of Unleash's formats against its client specification.
@NullMarked
package app.attune.export.unleash;

import org.jspecify.annotations.NullMarked;
