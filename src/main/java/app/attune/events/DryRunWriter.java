package app.attune.events;

import app.attune.events.read.Rejection;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/// Takes everything and keeps nothing but the first rejected rows.
final class DryRunWriter implements ImportWriter {
    private static final int KEPT = 1_000;

    private final List<Rejection> rejected = new ArrayList<>();

    /// The first of them, in order of the file.
    List<Rejection> rejected() {
        return List.copyOf(rejected);
    }

    @Override
    public long importId() {
        return 0;
    }

    @Override
    public void append(List<Supplier<Chunk>> chunks, List<DictionaryGrowth> growth, List<Rejection> rejections) {
        rejected.addAll(rejections.subList(0, Math.min(rejections.size(), KEPT - rejected.size())));
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
