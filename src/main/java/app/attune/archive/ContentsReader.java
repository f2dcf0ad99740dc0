package app.attune.archive;

import app.attune.core.sql.Database;

/// Counts what a store holds; one of an earlier version, too.
@FunctionalInterface
public interface ContentsReader {
    StoreContents read(Database database);
}
