package app.attune.profiles;

/// What the analyst declares of users of whom the data says nothing. What a user said always counts first.
public enum ConsentBasis {
    /// They have not agreed.
    NONE,
    /// They all have agreed.
    ALL_AGREED,
    /// The law allows it for another reason than consent.
    OTHER_BASIS;

    /// Whether users of whom the data says nothing may be personalised.
    public boolean allows() {
        return this != NONE;
    }
}
