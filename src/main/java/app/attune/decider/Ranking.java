package app.attune.decider;

import java.math.BigInteger;
import java.util.Comparator;

/// How equal scores are ordered: ids of ASCII digits first, as whole numbers; all others after them, as texts by
/// UTF-16 code unit; equal numbers as texts.
final class Ranking {
    static final Comparator<String> OF_ITEMS = Ranking::compare;

    private Ranking() {}

    private static int compare(String a, String b) {
        boolean wholeA = isWhole(a);
        boolean wholeB = isWhole(b);
        if (wholeA != wholeB) {
            return wholeA ? -1 : 1;
        }
        int asNumbers = wholeA ? new BigInteger(a).compareTo(new BigInteger(b)) : 0;
        return asNumbers != 0 ? asNumbers : a.compareTo(b);
    }

    private static boolean isWhole(String id) {
        for (int i = 0; i < id.length(); i++) {
            if (id.charAt(i) < '0' || id.charAt(i) > '9') {
                return false;
            }
        }
        return !id.isEmpty();
    }
}
