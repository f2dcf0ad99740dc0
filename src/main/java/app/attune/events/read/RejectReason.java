package app.attune.events.read;

/// Why a row of a file is kept aside instead of imported.
public enum RejectReason {
    WRONG_COLUMN_COUNT("wrong number of columns"),
    BAD_QUOTES("quotes that do not pair up"),
    UNDECODABLE("bytes that are no characters in this encoding"),
    NOT_JSON("not a JSON object"),
    BAD_CELL("a cell that holds an error"),
    OTHER_PATTERN("not of the pattern of this log"),
    TOO_LONG("too long"),
    TOO_MANY_ROWS("beyond the most rows of one record"),
    NO_USER("no user"),
    BAD_USER_ID("user id is not a whole number"),
    NO_ITEM("no item"),
    NO_TIME("no time"),
    BAD_TIME("time not readable"),
    FUTURE_TIME("time in the future"),
    NO_EVENT_TYPE("no event type"),
    NO_EVENT_ID("no event id"),
    BAD_NUMBER("value is not a number"),
    BAD_CONSENT("consent is neither granted nor denied");

    private final String words;

    RejectReason(String words) {
        this.words = words;
    }

    /// For reading, such as "no user".
    public String words() {
        return words;
    }
}
