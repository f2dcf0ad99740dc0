package app.attune.recommend;

import app.attune.profiles.Consents;
import app.attune.profiles.Population;
import java.time.Instant;

/// Whose events models may look at.
final class Consent {
    /// Whose events are counted.
    enum Whose {
        /// Of users who agree to personalisation, as models of users need.
        AGREEING,
        /// Of all but those who refuse: numbers of all users together say nothing of one of them.
        NOT_REFUSING
    }

    private final Consents consents;

    Consent(Population population) {
        this.consents = population.consents();
    }

    /// Whether the user is left out by what holds now.
    boolean isWithheld(int userIdx, Whose whose) {
        return switch (whose) {
            case AGREEING -> !consents.allows(Consents.PERSONALISATION, userIdx, Instant.MAX);
            case NOT_REFUSING -> consents.refuses(Consents.PERSONALISATION, userIdx);
        };
    }

    boolean isWithheld(int userIdx, Instant asOf) {
        return !consents.allows(Consents.PERSONALISATION, userIdx, asOf);
    }
}
