package app.attune.rules.matrix;

/// Whether anybody can be meant, and how many users of the population are.
///
/// @param users real ones; 0 says nothing of whether there can be some
public record Claim(Proof proof, int users) {}
