package app.attune.segments;

/// How many rows and groups of a condition are muted; what a muted group holds is not counted again.
record MutedParts(int rows, int groups) {
    static MutedParts of(Condition condition) {
        if (Marks.has(condition, Mark.MUTED)) {
            return Conditions.isGroup(condition) ? new MutedParts(0, 1) : new MutedParts(1, 0);
        }
        return Conditions.parts(condition).stream()
                .map(MutedParts::of)
                .reduce(
                        new MutedParts(0, 0),
                        (one, other) -> new MutedParts(one.rows() + other.rows(), one.groups() + other.groups()));
    }

    /// As in " (1 row is muted)"; empty where none is.
    String words() {
        int all = rows + groups;
        String both = rows > 0 && groups > 0 ? " and " : "";
        return all == 0
                ? ""
                : " (" + words(rows, "row") + both + words(groups, "group") + (all == 1 ? " is" : " are") + " muted)";
    }

    private static String words(int n, String one) {
        return n == 0 ? "" : n + " " + one + (n == 1 ? "" : "s");
    }
}
