package app.attune.events.read;

import com.fasterxml.jackson.databind.node.ObjectNode;

/// One record of a file as read: a tree of values, before rows are made of it.
public sealed interface RawRecord {
    /// Of the file, from 1, where the record starts; the record's number from 1 where the file has no lines.
    long line();

    /// As it stands in the file; as JSON on one line where the file is no text.
    String raw();

    /// A record that could be read. Nobody changes its nodes.
    record Tree(long line, ObjectNode root, String raw) implements RawRecord {}

    /// A record that could not.
    record Broken(Rejection rejection) implements RawRecord {
        @Override
        public long line() {
            return rejection.line();
        }

        @Override
        public String raw() {
            return rejection.raw();
        }
    }
}
