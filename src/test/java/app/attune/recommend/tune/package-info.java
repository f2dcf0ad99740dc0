@NullMarked
package app.attune.recommend.tune;

import org.jspecify.annotations.NullMarked;
