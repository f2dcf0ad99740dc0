package app.attune.core.sql;

import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.Set;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.WriteBuffer;
import org.h2.mvstore.type.BasicDataType;
import org.h2.mvstore.type.StringDataType;

/// Reads the names of the classes that a store's file asks H2 to load, without loading any.
///
/// H2 keeps a registry of value types by class name and makes an instance of each on opening: a file that names
/// another class than H2's own types would run that class.
final class StoredTypes extends BasicDataType<String> {
    private static final String VERSIONED = "org.h2.mvstore.tx.VersionedValueType$Factory";
    private static final String ROW = "org.h2.mvstore.db.RowDataType$Factory";
    private static final String VALUE = "org.h2.mvstore.db.ValueDataType$Factory";
    private static final Set<String> PLAIN = Set.of(
            "org.h2.mvstore.type.LongDataType",
            "org.h2.mvstore.type.StringDataType",
            "org.h2.mvstore.type.ByteArrayDataType",
            "org.h2.mvstore.db.NullValueDataType",
            "org.h2.mvstore.db.LobStorageMap$BlobMeta$Type",
            "org.h2.mvstore.db.LobStorageMap$BlobReference$Type");

    private Optional<String> foreign = Optional.empty();

    private StoredTypes() {}

    /// @throws ForeignContent if the registry names a class that no store of ours names
    static void check(MVStore store) {
        StoredTypes types = new StoredTypes();
        try {
            MVMap.Builder<String, String> reader = new MVMap.Builder<>();
            store.openMap("_", reader.keyType(StringDataType.INSTANCE).valueType(types))
                    .forEach((key, name) -> {});
        } finally {
            // Whatever follows an unknown name cannot be read, so it counts before any error it leads to.
            types.foreign.ifPresent(name -> {
                throw new ForeignContent("the class " + name);
            });
        }
    }

    @Override
    public String read(ByteBuffer buffer) {
        String name = DataUtils.readString(buffer, DataUtils.readVarInt(buffer));
        switch (name) {
            case VERSIONED -> read(buffer);
            case ROW -> {
                DataUtils.readVarInt(buffer);
                skipNumbers(buffer);
                skipNumbers(buffer);
                buffer.get();
            }
            case VALUE -> {
                skipNumbers(buffer);
                DataUtils.readVarInt(buffer);
                skipNumbers(buffer);
                buffer.get();
            }
            default -> requirePlain(name);
        }
        return name;
    }

    private void requirePlain(String name) {
        if (!PLAIN.contains(name) && foreign.isEmpty()) {
            foreign = Optional.of(name);
        }
    }

    private static void skipNumbers(ByteBuffer buffer) {
        int count = DataUtils.readVarInt(buffer) - 1;
        for (int i = 0; i < count; i++) {
            DataUtils.readVarInt(buffer);
        }
    }

    @Override
    public int getMemory(String name) {
        return 2 * name.length();
    }

    @Override
    public void write(WriteBuffer buffer, String name) {
        throw new UnsupportedOperationException("Only reads");
    }

    @Override
    public String[] createStorage(int size) {
        return new String[size];
    }
}
