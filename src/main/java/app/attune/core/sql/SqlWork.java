package app.attune.core.sql;

import java.sql.Connection;
import java.sql.SQLException;

/// Statements that belong together and give a value. Leaves the connection's transaction settings alone.
@FunctionalInterface
public interface SqlWork<T> {
    T run(Connection connection) throws SQLException;
}
