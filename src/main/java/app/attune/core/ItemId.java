package app.attune.core;

import java.util.Comparator;

/// What something was done to: an item of the catalogue, as the source system writes it. Never blank.
public record ItemId(String value) implements Comparable<ItemId> {
    /// How ties of a ranking end, a total order: ids of ASCII digits only come first and are compared as whole
    /// numbers, equal ones as texts; all other ids follow, compared as texts (UTF-16 code units).
    public static final Comparator<ItemId> RANKING = Comparator.comparing((ItemId id) -> !id.isWholeNumber())
            .thenComparing(ItemId::compareAsNumbers)
            .thenComparing(ItemId::value);

    public ItemId {
        Require.notBlank(value, "An item id");
    }

    private boolean isWholeNumber() {
        for (int i = 0; i < value.length(); i++) {
            if (value.charAt(i) < '0' || value.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    /// 0 unless both are whole numbers.
    private static int compareAsNumbers(ItemId a, ItemId b) {
        if (!a.isWholeNumber() || !b.isWholeNumber()) {
            return 0;
        }
        String digitsA = withoutLeadingZeros(a.value);
        String digitsB = withoutLeadingZeros(b.value);
        int byLength = Integer.compare(digitsA.length(), digitsB.length());
        return byLength != 0 ? byLength : digitsA.compareTo(digitsB);
    }

    private static String withoutLeadingZeros(String digits) {
        int first = 0;
        while (first < digits.length() && digits.charAt(first) == '0') {
            first++;
        }
        return digits.substring(first);
    }

    @Override
    public int compareTo(ItemId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
