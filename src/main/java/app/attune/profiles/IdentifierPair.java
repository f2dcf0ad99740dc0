package app.attune.profiles;

/// Two identifiers that a row carries together, whichever is named first.
public record IdentifierPair(Identifier one, Identifier other) implements Comparable<IdentifierPair> {
    public IdentifierPair {
        if (one.compareTo(other) > 0) {
            Identifier first = other;
            other = one;
            one = first;
        }
    }

    @Override
    public int compareTo(IdentifierPair pair) {
        int byOne = one.compareTo(pair.one);
        return byOne == 0 ? other.compareTo(pair.other) : byOne;
    }
}
