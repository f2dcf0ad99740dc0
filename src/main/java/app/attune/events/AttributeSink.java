package app.attune.events;

import java.util.List;

/// Takes rows about users or items.
final class AttributeSink implements RowSink {
    private final RowKind kind;
    private final AttributeChunkBuilder chunk;

    AttributeSink(RowKind kind, AttributeChunkBuilder chunk) {
        this.kind = kind;
        this.chunk = chunk;
    }

    @Override
    public void take(MappedRow row, ImportTally tally) {
        String subject = kind == RowKind.USERS ? row.user : row.item;
        if (chunk.add(subject, row.attributes, AttributeChange.of(row.type))) {
            tally.accept(0);
        } else if (tally.isRepeated()) {
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
    public List<Chunk> takeChunks(SourceRange range) {
        return chunk.rows() == 0 ? List.of() : List.of(chunk.take(range));
    }
}
