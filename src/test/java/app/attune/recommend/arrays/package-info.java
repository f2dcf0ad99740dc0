@NullMarked
package app.attune.recommend.arrays;

import org.jspecify.annotations.NullMarked;
