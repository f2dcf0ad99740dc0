package app.attune.events;

/// Where the columns of events are in a file.
///
/// Positions are -1 for none.
///
/// @param constantType the fixed type or empty text
/// @param latest       times after this, in milliseconds, are in the future
/// @param unit         of the values
record PlainColumns(
        int user,
        int anonymous,
        int item,
        int when,
        int value,
        int eventId,
        int type,
        String constantType,
        long latest,
        AmountUnit unit) {}
