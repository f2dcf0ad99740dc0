package app.attune.events;

import app.attune.events.read.Rejection;

/// A row that an import kept aside.
///
/// @param record which of the import's rejected records it is of, from 1: a line may hold many of them, and one of
///               them may give several rejected rows
record KeptRow(long record, Rejection rejection) {}
