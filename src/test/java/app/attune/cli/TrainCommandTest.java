package app.attune.cli;

import static app.attune.cli.Terminal.json;
import static app.attune.cli.Terminal.problem;
import static app.attune.cli.Terminal.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/// Training with the command line: which events count as interest.
final class TrainCommandTest extends ShopTest {
    @Test
    void trainingSaysWhichEventsCountAndLetsThemBeChosen() throws IOException {
        text("import", workspace, shop.write("returns.csv", """
                event_id,user_id,time,event,item_id,value
                r1,u01,2026-10-20T12:00:00Z,refund,i1,10
                r2,u02,2026-10-20T12:00:00Z,adjustment,i1,10
                r3,u02,2026-10-20T12:01:00Z,adjustment,i2,10
                r4,u03,2026-10-20T12:02:00Z,purchase,i2,-10
                """));
        String told = text("train", workspace, "popularity");
        assertTrue(told.contains("""
                        Counted as interest: purchase x 3 (124 events), view x 1 (124 events).
                        Left out: adjustment (2 events), refund (1 event). --types or --weight choose others.
                        Left out as taken back: 1 event of these types with a value or quantity below zero.
                        """), told);
        assertEquals(
                "{\"adjustment\":1.0,\"purchase\":3.0}",
                json("train", workspace, "popularity", "--types", "purchase,adjustment")
                        .get("interest")
                        .toString());
        assertEquals(
                "{\"purchase\":2.0}",
                json("evaluate", workspace, "popularity", "--weight", "purchase=2")
                        .get("interest")
                        .toString());
        assertEquals(
                "Use some of: purchase, view, adjustment, refund.",
                problem("train", workspace, "popularity", "--types", "purchse").getLast());
    }
}
