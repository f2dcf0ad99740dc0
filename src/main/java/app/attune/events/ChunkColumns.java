package app.attune.events;

/// Names of the columns of chunks.
public final class ChunkColumns {
    /// 128-bit ids of events.
    public static final String ID = "id";
    /// 64-bit hashes of the content of events that have ids of their own.
    public static final String CONTENT = "content";
    public static final String USER = "user";
    public static final String TIME = "time";
    public static final String TYPE = "type";
    public static final String ITEM = "item";
    public static final String VALUE = "value";

    /// In place of a text's position: what was known is known no more. Of attributes only.
    static final int REMOVED = -2;

    /// 1 in rows after which nothing is known of the user or item any more, missing in others.
    static final String ERASED = "erased";

    private static final String KEPT = "kept.";

    private ChunkColumns() {}

    /// The column of a property or attribute.
    public static String kept(String name) {
        return KEPT + name;
    }

    public static boolean isKept(String column) {
        return column.startsWith(KEPT);
    }

    /// The property or attribute of a kept column.
    public static String keptName(String column) {
        return column.substring(KEPT.length());
    }
}
