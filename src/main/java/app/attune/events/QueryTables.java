package app.attune.events;

import app.attune.core.Require;

/// What can be asked with SQL: the events with their items, and the users.
///
/// @param users    attributes by user position of the frame
/// @param dataHash changes whenever any of it changes
public record QueryTables(EventFrame events, ColumnTable users, String dataHash) {
    public QueryTables {
        Require.that(users.rows() == events.userCount(), "One row of attributes per user");
    }
}
