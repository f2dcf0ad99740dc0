package app.attune.prove;

import java.util.Locale;

/// What a case is to find out.
public enum CaseKind {
    /// A profile of the data.
    POPULATION,
    /// At, just below and just above the limits of conditions.
    BOUNDARY,
    /// Without a value.
    MISSING,
    /// With a value of another kind than its field.
    ILL_TYPED,
    /// With a value that means something elsewhere.
    HOSTILE,
    /// Drawn by seed, a tenth of the values missing.
    GENERATED;

    /// As in `ill-typed`.
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
