package app.attune.events;

/// What a column of a file means.
public enum ColumnRole {
    USER("User"),
    /// Who it was while nobody was signed in: taken as the user where the row names none, and kept with the event.
    ANONYMOUS_ID("Anonymous id"),
    /// The visit as the source counts it; kept with the event.
    SESSION("Session"),
    /// When an event happened; in a file of users, since when the row holds.
    TIME("Time"),
    /// The time of day where the column of times holds only the day.
    TIME_OF_DAY("Time of day"),
    TYPE("Event type"),
    ITEM("Item"),
    VALUE("Value"),
    /// What the value is counted in; kept with the event.
    CURRENCY("Currency"),
    EVENT_ID("Event id"),
    /// When the source system stored the event, which may be later than when it happened.
    LOAD_TIME("Load time"),
    /// Kept with the event.
    PROPERTY("Property"),
    /// Kept with the user, or with the item in a file of items; the last row that has a value wins.
    ATTRIBUTE("Attribute"),
    /// Whether the user agrees to a purpose.
    CONSENT("Consent"),
    /// Since when the user has agreed to a purpose, or refused it.
    CONSENT_TIME("Consent time"),
    IGNORED("Ignored");

    private final String label;

    ColumnRole(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /// Whether values are kept as they are, under a name.
    public boolean isKeptByName() {
        return this == PROPERTY || this == ATTRIBUTE;
    }

    /// Whether at most one column may have this role.
    public boolean isSingle() {
        return switch (this) {
            case USER, ANONYMOUS_ID, SESSION, TIME, TIME_OF_DAY, TYPE, ITEM, VALUE, CURRENCY, EVENT_ID, LOAD_TIME ->
                true;
            case PROPERTY, ATTRIBUTE, CONSENT, CONSENT_TIME, IGNORED -> false;
        };
    }
}
