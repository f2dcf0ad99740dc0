package app.attune.events;

/// The lines of a file that went into a chunk, and a hash of their text.
record SourceRange(long firstLine, long lastLine, long hash) {}
