package app.attune.events;

import app.attune.core.Require;

/// What can be asked with SQL: the events with their items, and the users.
///
/// @param users attributes by user position of the frame
public record QueryTables(EventFrame events, ColumnTable users) {
    public QueryTables {
        Require.that(users.rows() == events.userCount(), "One row of attributes per user");
    }
}
