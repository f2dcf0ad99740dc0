package app.attune.recommend.rerank;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.attune.core.ProblemException;
import java.util.List;
import org.junit.jupiter.api.Test;

final class RerankingTextTest {
    private static final Reranking ALL = new Reranking(
            50,
            List.of(
                    new Step.AtMost(2, "category", ""),
                    new Step.AtMost(1, "brand", "Acme"),
                    new Step.AtLeast(1, "brand", "Own"),
                    new Step.Share(0.3, 0.1, "brand", "Own"),
                    new Step.Diversity(0.3, "users"),
                    new Step.Diversity(0.2, "brand"),
                    new Step.Calibration(0.3, ""),
                    new Step.Calibration(0.1, "genre"),
                    new Step.Popularity(0.2),
                    new Step.Only("stock", Step.Test.ABOVE, "0", Step.Missing.IN)));

    @Test
    void jsonIsReadAsItWasWritten() {
        String text = RerankingJson.write(ALL).toPrettyString();
        assertEquals(ALL, RerankingJson.read(text, "mine.json"));
    }

    @Test
    void stepsTakeTheirTurnHoweverTheyAreWritten() {
        assertEquals(
                "only stock > 0 or missing, popularity 0.2, calibration 0.3, calibration 0.1 by genre, diversity 0.3,"
                        + " diversity 0.2 by brand, at most 2 per category, at most 1 of brand Acme, at least 1 of brand"
                        + " Own, a share of 0.3 of brand Own",
                ALL.words());
    }

    @Test
    void leavingThingsOutGivesTheUsual() {
        Reranking read = RerankingJson.read("{\"steps\":[{\"step\":\"diversity\",\"strength\":0.3}]}", "mine.json");
        assertEquals(new Reranking(List.of(new Step.Diversity(0.3, "users"))), read);
    }

    @Test
    void wrongFilesSayWhatIsWrong() {
        assertEquals("mine.json is no re-ranking: step 1: no number strength.", wrong("[{\"step\":\"diversity\"}]"));
        assertEquals(
                "mine.json is no re-ranking: step 1: A strength lies between 0 and 1, not 2.0.",
                wrong("[{\"step\":\"popularity\",\"strength\":2}]"));
        assertEquals(
                "mine.json is no re-ranking: step 2: unknown lambda.",
                wrong(
                        "[{\"step\":\"popularity\",\"strength\":1},{\"step\":\"popularity\",\"strength\":1,\"lambda\":1}]"));
        assertTrue(wrong("[{\"step\":\"magic\"}]").contains("no step is called magic"));
        assertTrue(wrong("3").contains("no list called steps"));
        ProblemException older = assertThrows(
                ProblemException.class, () -> RerankingJson.read("{\"format\":2,\"steps\":[]}", "mine.json"));
        assertEquals("rerank.unreadable", older.problem().code());
    }

    private static String wrong(String steps) {
        return assertThrows(ProblemException.class, () -> RerankingJson.read("{\"steps\":" + steps + "}", "mine.json"))
                .problem()
                .message();
    }

    @Test
    void stepsAreReadAsTyped() {
        assertEquals(new Step.Diversity(0.3, "users"), StepText.diversity("0.3"));
        assertEquals(new Step.Diversity(0.3, "brand"), StepText.diversity("0.3:brand"));
        assertEquals(new Step.Calibration(0.3, ""), StepText.calibration("0.3"));
        assertEquals(new Step.Popularity(0.2), StepText.popularity("0.2"));
        assertEquals(new Step.AtMost(2, "category", ""), StepText.atMost("2:category"));
        assertEquals(new Step.AtMost(2, "brand", "A=B"), StepText.atMost("2:brand=A=B"));
        assertEquals(new Step.AtLeast(1, "brand", "Own"), StepText.atLeast("1:brand=Own"));
        assertEquals(new Step.Share(0.3, 0.1, "brand", "Own"), StepText.share("0.3:brand=Own"));
        assertEquals(new Step.Only("stock", Step.Test.ABOVE, "0", Step.Missing.OUT), StepText.only("stock>0"));
        assertEquals(
                new Step.Only("stock", Step.Test.AT_LEAST, "3", Step.Missing.IN),
                StepText.only("stock >= 3 or missing"));
        assertEquals(new Step.Only("brand", Step.Test.OTHER, "a>b", Step.Missing.OUT), StepText.only("brand!=a>b"));
    }

    @Test
    void whatIsNoStepIsSaid() {
        assertTrue(said(() -> StepText.diversity("much")).contains("starts with no number"));
        assertTrue(said(() -> StepText.diversity("1.5")).contains("between 0 and 1"));
        assertTrue(said(() -> StepText.atMost("2")).contains("attribute"));
        assertTrue(said(() -> StepText.atMost("2.5:category")).contains("no whole number"));
        assertTrue(said(() -> StepText.atLeast("1:brand")).contains("value"));
        assertTrue(said(() -> StepText.only("stock")).contains("is no condition"));
        assertTrue(said(() -> StepText.only(">0")).contains("is no condition"));
    }

    private static String said(Runnable work) {
        return String.valueOf(
                assertThrows(IllegalArgumentException.class, work::run).getMessage());
    }

    @Test
    void unknownAttributesAndKindsAreProblems() {
        RandomCase drawn = new RandomCase(1, 5);
        assertEquals("rerank.no-attribute", code(drawn, new Step.AtMost(1, "colour", "")));
        assertEquals("rerank.no-attribute", code(drawn, new Step.Diversity(0.5, "colour")));
        assertEquals(
                "rerank.not-a-number", code(drawn, new Step.Only("stock", Step.Test.ABOVE, "much", Step.Missing.OUT)));
        Material known = drawn.material();
        Material without = new Material(known.items(), known.users(), known.byUsers(), known.byAttributes(), "");
        ProblemException none = assertThrows(
                ProblemException.class,
                () -> new Reranker(new Reranking(List.of(new Step.Calibration(0.5, ""))), without));
        assertEquals("rerank.no-kinds", none.problem().code());
    }

    private static String code(RandomCase drawn, Step step) {
        return assertThrows(ProblemException.class, () -> drawn.run(3, step))
                .problem()
                .code();
    }
}
