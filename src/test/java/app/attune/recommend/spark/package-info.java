@NullMarked
package app.attune.recommend.spark;

import org.jspecify.annotations.NullMarked;
