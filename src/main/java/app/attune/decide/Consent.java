package app.attune.decide;

import app.attune.events.Column;
import app.attune.profiles.Population;
import app.attune.rules.Personalisation;
import java.util.Optional;
import org.roaringbitmap.RoaringBitmap;

/// Who may be personalised: everybody whose attribute `consent_personalisation` is not DENIED
/// (in whatever letter case).
public final class Consent {
    public static final String ATTRIBUTE = Population.CONSENT_PREFIX + "personalisation";
    public static final String DENIED = "DENIED";

    private Consent() {}

    /// What the data says of the user's consent, as it is written there; empty when nothing is known.
    public static Optional<String> of(Population population, int userIdx) {
        return population
                .attribute(ATTRIBUTE)
                .filter(column -> !column.isMissing(userIdx))
                .map(column -> column.display(userIdx));
    }

    public static Personalisation personalisation(Population population, int userIdx) {
        return personalisation(of(population, userIdx));
    }

    /// @param said what the data says of the user's consent; letter case does not matter
    static Personalisation personalisation(Optional<String> said) {
        return said.filter(DENIED::equalsIgnoreCase).isPresent() ? Personalisation.REFUSED : Personalisation.ALLOWED;
    }

    /// The positions of all users who refused.
    public static RoaringBitmap refusing(Population population) {
        RoaringBitmap refusing = new RoaringBitmap();
        Optional<Column> column = population.attribute(ATTRIBUTE);
        if (column.isPresent()) {
            for (int userIdx = 0; userIdx < population.size(); userIdx++) {
                if (column.get().display(userIdx).equalsIgnoreCase(DENIED)) {
                    refusing.add(userIdx);
                }
            }
        }
        return refusing;
    }
}
