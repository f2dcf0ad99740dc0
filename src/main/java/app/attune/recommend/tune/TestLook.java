package app.attune.recommend.tune;

import app.attune.stats.Interval;

/// One look at the test part: how the settings that won on the validation users do there, after training on the whole
/// training part.
///
/// @param trial       that had won
/// @param afterTrials how many there had been by then
/// @param score       of the winner on the test users
/// @param popularity  of Popularity on the same users
public record TestLook(int trial, int afterTrials, Interval score, Interval popularity) {}
