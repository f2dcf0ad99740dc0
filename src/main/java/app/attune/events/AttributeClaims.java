package app.attune.events;

import app.attune.core.Progress;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/// What every import says of users: of each import the last value it gives an attribute of a user. Later imports hide
/// nothing here, so that sources can be compared.
public final class AttributeClaims {
    private static final long NONE = -1;

    /// Takes what one import says of one user; imports in the order they were loaded, users in the order of the log.
    @FunctionalInterface
    public interface Reader {
        void claim(long importId, int userIdx, String value);
    }

    private final List<String> texts;
    private final Reader reader;
    private final int[] codes;
    private final BitSet said = new BitSet();
    private long importId = NONE;

    private AttributeClaims(List<String> texts, int users, Reader reader) {
        this.texts = texts;
        this.reader = reader;
        this.codes = new int[users];
        Arrays.fill(codes, Dictionary.MISSING);
    }

    /// @param users how many users there are; of users beyond nothing is read
    public static void read(EventStore store, String attribute, int users, Reader reader, Progress progress) {
        List<String> texts = store.dictionaries().getOrDefault(Dictionaries.kept(RowKind.USERS, attribute), List.of());
        AttributeClaims claims = new AttributeClaims(texts, users, reader);
        String column = ChunkColumns.kept(attribute);
        store.readChunks(
                RowKind.USERS, List.of(ChunkColumns.USER, column), chunk -> claims.take(chunk, column), progress);
        claims.tell();
    }

    private void take(StoredChunk chunk, String column) {
        if (chunk.importId() != importId) {
            tell();
            importId = chunk.importId();
        }
        byte[] values = chunk.columns().get(column);
        if (values == null) {
            return;
        }
        int[] users = ColumnCodec.codes(chunk.column(ChunkColumns.USER).orElseThrow(), chunk.rows());
        int[] now = ColumnCodec.codes(values, chunk.rows());
        for (int row = 0; row < now.length; row++) {
            if (now[row] != Dictionary.MISSING && now[row] < texts.size() && users[row] < codes.length) {
                codes[users[row]] = now[row];
                said.set(users[row]);
            }
        }
    }

    private void tell() {
        said.stream()
                .filter(user -> codes[user] >= 0)
                .forEach(user -> reader.claim(importId, user, texts.get(codes[user])));
        said.clear();
    }
}
