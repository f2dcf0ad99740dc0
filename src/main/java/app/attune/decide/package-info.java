/// What one user gets and why: segments, rules, models and their fallbacks brought together.
@NullMarked
package app.attune.decide;

import org.jspecify.annotations.NullMarked;
