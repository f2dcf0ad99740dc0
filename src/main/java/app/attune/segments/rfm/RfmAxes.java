package app.attune.segments.rfm;

/// Which two of the three a grid has.
public enum RfmAxes {
    RECENCY_FREQUENCY(RfmAxis.RECENCY, RfmAxis.FREQUENCY),
    RECENCY_MONEY(RfmAxis.RECENCY, RfmAxis.MONEY),
    FREQUENCY_MONEY(RfmAxis.FREQUENCY, RfmAxis.MONEY);

    private final RfmAxis rows;
    private final RfmAxis columns;

    RfmAxes(RfmAxis rows, RfmAxis columns) {
        this.rows = rows;
        this.columns = columns;
    }

    public RfmAxis rows() {
        return rows;
    }

    public RfmAxis columns() {
        return columns;
    }

    public boolean has(RfmAxis axis) {
        return axis == rows || axis == columns;
    }

    /// "RF", "RM" or "FM".
    public String letters() {
        return rows.letter() + columns.letter();
    }
}
