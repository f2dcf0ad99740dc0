package app.attune.events;

import app.attune.events.read.Rejection;

/// A row kept aside, the file it is of, and the column it is wrong in, empty for the row as a whole.
public record RejectedRow(String file, String column, Rejection rejection) {}
