package app.attune.decider;

/// What is wrong with a bundle, for whoever is to serve it.
///
/// @param code    a stable name such as `bundle.malformed`, for scripts
/// @param message what was found, with the file and the place
/// @param remedy  what to do next
public record BundleProblem(String code, String message, String remedy) {}
