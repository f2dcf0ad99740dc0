/// What models know as arrays for other programs.
@NullMarked
package app.attune.recommend.arrays;

import org.jspecify.annotations.NullMarked;
