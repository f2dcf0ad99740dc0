package app.attune.core;

/// Progress nobody watches.
enum NoProgress implements Progress {
    INSTANCE;

    @Override
    public void report(String stage, long done, long total) {
        // Nobody listens.
    }

    @Override
    public boolean isCancelled() {
        return false;
    }
}
