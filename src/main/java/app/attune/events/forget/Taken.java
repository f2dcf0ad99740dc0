package app.attune.events.forget;

import app.attune.core.Counted;

/// What goes with an import.
///
/// @param userRows rows that said something of users
/// @param itemRows rows that said something of items
/// @param consents what its rows said of consents
/// @param links    between identifiers that no other import shows, by the identity rules as they stand
/// @param rejected rows kept aside
public record Taken(long events, long userRows, long itemRows, long consents, long links, long rejected) {
    /// "2,000 events, 12 rows about users, …".
    public String words() {
        return String.join(
                ", ",
                Counted.of(events, "event"),
                Counted.of(userRows, "row about users", "rows about users"),
                Counted.of(itemRows, "row about items", "rows about items"),
                Counted.of(consents, "statement of consent", "statements of consent"),
                Counted.of(links, "link between identifiers", "links between identifiers"),
                Counted.of(rejected, "rejected row"));
    }
}
