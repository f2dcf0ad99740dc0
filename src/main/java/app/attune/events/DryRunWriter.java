package app.attune.events;

import app.attune.events.read.Rejection;
import java.util.List;

/// Takes everything and keeps nothing.
final class DryRunWriter implements ImportWriter {
    @Override
    public long importId() {
        return 0;
    }

    @Override
    public void append(List<Chunk> chunks, List<DictionaryGrowth> growth, List<Rejection> rejections) {
        // A dry run only counts.
    }

    @Override
    public void finish(ImportReport report) {
        // Nothing to show.
    }

    @Override
    public void close() {
        // Nothing to undo.
    }
}
