package app.attune.decide.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import app.attune.rules.RuleTrace;
import app.attune.segments.AttributeCondition;
import app.attune.segments.Comparison;
import app.attune.segments.Explanation;
import app.attune.ui.Texts;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;

final class InWordsTest {
    @Test
    void everyReasonWhyARuleDidNothingHasWords() {
        Texts texts = Texts.of("decide");
        EnumSet.complementOf(EnumSet.of(RuleTrace.Cause.NONE))
                .forEach(cause ->
                        assertFalse(texts.get("preview.why." + cause, "A").isBlank()));
    }

    @Test
    void columnNamesBecomeWords() {
        assertEquals("Age band", InWords.name("age_band"));
        assertEquals("Consent to marketing", InWords.name("consent_marketing"));
        assertEquals("Country", InWords.name("country"));
    }

    @Test
    void valuesStayAsTheyAreButDaysAndConsents() {
        assertEquals("granted", InWords.value("consent_marketing", "GRANTED"));
        assertEquals("DE", InWords.value("country", "DE"));
        assertEquals("5 Aug 2026", InWords.value("signup_date", "2026-08-05T00:00:00Z"));
    }

    @Test
    void aRowOfASegmentReadsAsASentence() {
        var condition = new AttributeCondition("consent_personalisation", Comparison.IS, List.of("DENIED"));
        Explanation row = new Explanation(
                List.of(), condition, false, "consent_personalisation", "GRANTED", "needs DENIED", List.of());
        assertEquals("Consent to personalisation: granted, needs denied", InWords.row(row));
    }
}
