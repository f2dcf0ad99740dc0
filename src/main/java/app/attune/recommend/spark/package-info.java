/// Factors that Apache Spark trained, read from the folders it saves.
@NullMarked
package app.attune.recommend.spark;

import org.jspecify.annotations.NullMarked;
