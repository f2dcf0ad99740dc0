package app.attune.segments;

/// How many values a comparison takes.
public enum ValueCount {
    NONE("no value"),
    ONE("one value"),
    TWO("two values"),
    SOME("at least one value");

    private final String words;

    ValueCount(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }

    public static ValueCount of(Comparison comparison) {
        return switch (comparison) {
            case IS, IS_NOT, CONTAINS, STARTS_WITH -> SOME;
            case AT_LEAST, AT_MOST, MORE_THAN, LESS_THAN -> ONE;
            case BETWEEN -> TWO;
            case IS_MISSING, IS_PRESENT -> NONE;
        };
    }

    boolean allows(int values) {
        return switch (this) {
            case NONE -> values == 0;
            case ONE -> values == 1;
            case TWO -> values == 2;
            case SOME -> values >= 1;
        };
    }
}
