package app.attune.decide;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.roaringbitmap.RoaringBitmap;

class ConsentProofTest {
    @Test
    void nobodyWhoIsWithheldIsPersonalisedAndNobodyElseIsDisabled() {
        DecisionDesk desk = Shop.desk(List.of(), List.of());
        RoaringBitmap withheld = Consent.withheld(Shop.population(), Shop.AS_OF);
        assertEquals(List.of(2), withheld.stream().boxed().toList(), "the one who refused");
        for (int userIdx = 0; userIdx < Shop.population().size(); userIdx++) {
            if (withheld.contains(userIdx)) {
                assertEquals(DecisionReason.DISABLED, desk.decide(userIdx).reason());
                assertEquals(List.of(), desk.history(userIdx));
            } else {
                assertNotEquals(DecisionReason.DISABLED, desk.decide(userIdx).reason());
            }
        }
    }
}
