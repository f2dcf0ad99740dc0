package app.attune.segments;

import app.attune.profiles.ConsentBasis;
import app.attune.profiles.Population;
import java.util.List;

/// The user agrees, or does not agree, to a purpose at the as-of time.
///
/// Of whom the data says nothing by then, what is declared for all users says it; whoever refuses now refuses at every
/// time.
public record ConsentCondition(String purpose, Consented consented) implements UserCondition {
    /// What is asked of the user.
    public enum Consented {
        GRANTED,
        NOT_GRANTED
    }

    /// The same as a question of the attribute that holds what was said.
    Condition asAttribute(ConsentBasis basis) {
        AttributeCondition granted = new AttributeCondition(
                Population.CONSENT_PREFIX + purpose,
                Comparison.IS,
                List.of("GRANTED"),
                basis.allows() ? WhenMissing.YES : WhenMissing.NO);
        return consented == Consented.GRANTED ? granted : new NoneOf(List.of(granted));
    }
}
