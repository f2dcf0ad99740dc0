package app.attune.events.sample;

/// One visit to come: when it starts, whether it ends with an order, what may be shown at its start.
record Visit(long start, Ending ending, Opening opening) {
    /// How the visit ends.
    enum Ending {
        LEAVES,
        ORDERS
    }

    /// Whether it is the shopper's first of its period, when experiments and offers are shown.
    enum Opening {
        FIRST,
        LATER
    }

    boolean orders() {
        return ending == Ending.ORDERS;
    }
}
