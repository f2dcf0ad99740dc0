package app.attune.events;

/// The lines of a file that went into a chunk, and a hash of their text.
record SourceRange(long firstLine, long lastLine, long hash) {
    static final SourceRange NONE = new SourceRange(0, 0, 0);

    SourceRange plus(long line, long rawHash) {
        return new SourceRange(firstLine == 0 ? line : firstLine, line, hash * 31 + rawHash);
    }
}
