package app.attune.core.sql;

import java.sql.Connection;
import java.sql.SQLException;

/// Statements that belong together and give nothing back.
@FunctionalInterface
public interface SqlAction {
    void run(Connection connection) throws SQLException;
}
