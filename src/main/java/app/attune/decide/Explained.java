package app.attune.decide;

/// A decision with how its list came about.
public record Explained(Decision decision, Strategy strategy) {}
