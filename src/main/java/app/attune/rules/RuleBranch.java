package app.attune.rules;

/// A line of versions.
///
/// @param head its newest version, possibly saved on the branch it was made from; 0 before the first save
public record RuleBranch(VersionName name, int head) {}
