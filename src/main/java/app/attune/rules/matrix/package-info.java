/// The decision matrix: how rules relate, by proof and by data.
@NullMarked
package app.attune.rules.matrix;

import org.jspecify.annotations.NullMarked;
