package app.attune.stats;

/// A test's statistic and the probability of one at least as extreme if there were no effect.
///
/// @param degreesOfFreedom 0 where the test has none
public record TestResult(double statistic, double pValue, int degreesOfFreedom) {}
