package app.attune.recommend;

import app.attune.core.Progress;

/// Progress of work that nobody wants any more.
final class CancelledProgress implements Progress {
    @Override
    public void report(String stage, long done, long total) {
        // Nobody listens.
    }

    @Override
    public boolean isCancelled() {
        return true;
    }
}
