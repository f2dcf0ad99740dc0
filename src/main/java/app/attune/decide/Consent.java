package app.attune.decide;

import app.attune.events.ConsentStatus;
import app.attune.profiles.Consents;
import app.attune.profiles.Population;
import app.attune.rules.Personalisation;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.roaringbitmap.RoaringBitmap;

/// Who may be personalised: everybody who had agreed to it at the time and does not refuse now, see [Consents].
public final class Consent {
    public static final String ATTRIBUTE = Population.CONSENT_PREFIX + Consents.PERSONALISATION;
    public static final String GRANTED = "GRANTED";
    public static final String DENIED = "DENIED";

    /// In place of a status, of a user who said nothing where the analyst declared that such users may be personalised.
    public static final String DECLARED = "DECLARED";

    private Consent() {}

    /// What counts of the user's consent at a time; empty when nothing is known.
    public static Optional<ConsentStatus> of(Population population, int userIdx, Instant asOf) {
        return population.consents().status(Consents.PERSONALISATION, userIdx, asOf);
    }

    /// The same in a word, [#DECLARED] included.
    static Optional<String> word(Population population, int userIdx, Instant asOf) {
        Optional<String> said = of(population, userIdx, asOf).map(ConsentStatus::name);
        return said.isEmpty() && population.consents().basis().allows() ? Optional.of(DECLARED) : said;
    }

    static Personalisation personalisation(Population population, int userIdx, Instant asOf) {
        return personalisation(population, of(population, userIdx, asOf));
    }

    private static Personalisation personalisation(Population population, Optional<ConsentStatus> said) {
        return population.consents().allows(said) ? Personalisation.ALLOWED : Personalisation.REFUSED;
    }

    /// @param said what a profile says of its user's consent; letter case does not matter
    static Personalisation said(Population population, Optional<String> said) {
        return personalisation(population, said.map(Consent::status));
    }

    private static ConsentStatus status(String word) {
        return Arrays.stream(ConsentStatus.values())
                .filter(status -> status.name().equals(word.toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElse(ConsentStatus.UNCLEAR);
    }

    /// What a profile says at a time: its own word where that counts, else the one that does.
    static Optional<String> written(Population population, int userIdx, Instant asOf) {
        Optional<ConsentStatus> said = of(population, userIdx, asOf);
        Optional<String> own = population
                .attribute(ATTRIBUTE)
                .filter(column -> !column.isMissing(userIdx))
                .map(column -> column.display(userIdx));
        return own.map(Consent::status).equals(said) ? own : said.map(ConsentStatus::name);
    }

    /// Whether a user who said nothing may be personalised, since the analyst declared so.
    public static boolean isDeclared(DecisionSetup setup) {
        return setup.population().consents().basis().allows();
    }

    /// The positions of all users who may not be personalised.
    public static RoaringBitmap withheld(Population population, Instant asOf) {
        return population.consents().withheld(Consents.PERSONALISATION, asOf);
    }
}
