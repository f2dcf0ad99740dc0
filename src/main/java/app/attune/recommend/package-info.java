/// Recommenders: options, trainers, models, honest evaluation and reasons.
@NullMarked
package app.attune.recommend;

import org.jspecify.annotations.NullMarked;
