package app.attune.archive;

import app.attune.core.Progress;
import app.attune.core.sql.TableSum;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Iterator;
import java.util.List;
import java.util.SortedMap;
import java.util.function.Consumer;

/// The tables of a store as rows of JSON: every column by its name, bytes in base64.
public interface TableStore {
    /// The store's last migration.
    int step();

    /// All tables that an archive has, in an order in which they can be filled, with their sums.
    SortedMap<String, TableSum> sums();

    /// Reads every table, all as of one moment.
    ///
    /// @return the sums of that moment
    SortedMap<String, TableSum> read(Reader reader, Progress progress);

    /// Adds rows to a table.
    ///
    /// @throws app.attune.core.ProblemException `archive.bad-row` naming the table and the row
    void fill(String table, Iterator<ObjectNode> rows, Progress progress);

    /// Takes one table after the other.
    @FunctionalInterface
    interface Reader {
        /// @param rows gives every row to whoever wants them
        void table(String name, Consumer<Consumer<ObjectNode>> rows);
    }

    /// The names of the tables.
    default List<String> names() {
        return List.copyOf(sums().keySet());
    }
}
