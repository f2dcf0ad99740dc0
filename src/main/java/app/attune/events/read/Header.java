package app.attune.events.read;

/// Whether the first row of a delimited file names the columns.
public enum Header {
    PRESENT,
    ABSENT
}
