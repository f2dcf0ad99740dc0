package app.attune.decider;

import java.util.Locale;

/// How a test of a bundle compares; a missing value passes IS_MISSING only.
enum Compare {
    IS,
    IS_NOT,
    AT_LEAST,
    AT_MOST,
    MORE_THAN,
    LESS_THAN,
    BETWEEN,
    CONTAINS,
    STARTS_WITH,
    IS_MISSING,
    IS_PRESENT;

    static Compare of(Fields fields) {
        String word = fields.text("comparison");
        for (Compare compare : values()) {
            if (compare.word().equals(word)) {
                return compare;
            }
        }
        throw fields.malformed("the comparison \"" + word + "\" is not known");
    }

    private String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    boolean takes(int values) {
        return switch (this) {
            case IS, IS_NOT, CONTAINS, STARTS_WITH -> values >= 1;
            case AT_LEAST, AT_MOST, MORE_THAN, LESS_THAN -> values == 1;
            case BETWEEN -> values == 2;
            case IS_MISSING, IS_PRESENT -> values == 0;
        };
    }
}
