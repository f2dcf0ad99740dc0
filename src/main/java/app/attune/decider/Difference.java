package app.attune.decider;

/// Where a golden decision and the decision made from the bundle part.
///
/// @param vector   its id, such as `golden-0007`
/// @param field    such as `items[3].score`
/// @param expected what the bundle says
/// @param got      what its rules, segments and models give
public record Difference(String vector, String field, String expected, String got) {}
