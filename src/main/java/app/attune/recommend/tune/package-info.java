/// The search for good settings of a recommender: what may be tried, in which order, and what came of it.
@NullMarked
package app.attune.recommend.tune;

import org.jspecify.annotations.NullMarked;
