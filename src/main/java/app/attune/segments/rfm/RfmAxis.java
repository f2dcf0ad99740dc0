package app.attune.segments.rfm;

/// What buyers are cut by.
public enum RfmAxis {
    /// Days since the last sale.
    RECENCY("R"),
    /// How many sales.
    FREQUENCY("F"),
    /// The value of all sales.
    MONEY("M");

    private final String letter;

    RfmAxis(String letter) {
        this.letter = letter;
    }

    /// As in the names of cells.
    public String letter() {
        return letter;
    }
}
