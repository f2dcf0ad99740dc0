@NullMarked
package app.attune.recommend.algebra;

import org.jspecify.annotations.NullMarked;
