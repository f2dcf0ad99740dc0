/// Tests of the decision matrix.
@NullMarked
package app.attune.rules.matrix;

import org.jspecify.annotations.NullMarked;
