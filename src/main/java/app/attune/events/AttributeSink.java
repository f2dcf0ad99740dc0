package app.attune.events;

import java.util.List;
import java.util.function.Supplier;

/// Takes rows about users or items.
final class AttributeSink implements RowSink {
    private final AttributeChunkBuilder chunk;

    AttributeSink(AttributeChunkBuilder chunk) {
        this.chunk = chunk;
    }

    @Override
    public void take(MappedRow row, long rowHash, ImportTally tally) {
        boolean repeated = tally.repeats(rowHash);
        if (chunk.add(row, AttributeChange.of(row.type.text()))) {
            tally.accept(0);
        } else if (repeated) {
            tally.drop();
        } else {
            tally.present();
        }
    }

    @Override
    public boolean isFull() {
        return chunk.isFull();
    }

    @Override
    public List<Supplier<Chunk>> takeChunks(SourceRange range) {
        return chunk.rows() == 0 ? List.of() : List.of(chunk.take(range));
    }
}
