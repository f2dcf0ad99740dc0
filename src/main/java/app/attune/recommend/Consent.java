package app.attune.recommend;

import app.attune.events.Column;
import app.attune.profiles.Population;
import java.util.Optional;

/// Who may be personalised: everybody whose consent to it is not denied.
final class Consent {
    /// The attribute that holds it.
    static final String ATTRIBUTE = Population.CONSENT_PREFIX + "personalisation";

    private static final String DENIED = "DENIED";

    private final Optional<Column> column;

    Consent(Population population) {
        this.column = population.attribute(ATTRIBUTE);
    }

    boolean isDenied(int userIdx) {
        return column.isPresent() && column.get().display(userIdx).equalsIgnoreCase(DENIED);
    }
}
