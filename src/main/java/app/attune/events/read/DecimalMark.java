package app.attune.events.read;

/// What stands between the whole and the fractional part of a number.
public enum DecimalMark {
    POINT,
    COMMA
}
