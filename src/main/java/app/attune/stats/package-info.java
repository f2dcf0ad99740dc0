/// Tests, intervals and distances over plain arrays, each with its source.
@NullMarked
package app.attune.stats;

import org.jspecify.annotations.NullMarked;
