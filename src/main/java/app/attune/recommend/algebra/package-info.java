/// Dense arithmetic in single precision that recommenders are trained with.
@NullMarked
package app.attune.recommend.algebra;

import org.jspecify.annotations.NullMarked;
