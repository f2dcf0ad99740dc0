package app.attune.rules.matrix;

/// What is known of a statement while some values are open: Kleene's strong logic of three values.
enum Truth {
    YES,
    NO,
    OPEN;

    static Truth of(boolean isSo) {
        return isSo ? YES : NO;
    }

    Truth negated() {
        return switch (this) {
            case YES -> NO;
            case NO -> YES;
            case OPEN -> OPEN;
        };
    }
}
