/// Re-ranking of recommended lists: steps for diversity, calibration and popularity, conditions and limits.
@NullMarked
package app.attune.recommend.rerank;

import org.jspecify.annotations.NullMarked;
