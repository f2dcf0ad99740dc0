package app.attune.core.sql;

/// A store's file holds something that no store of ours holds; the message names it.
final class ForeignContent extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ForeignContent(String what) {
        super(what);
    }
}
