package app.attune.core;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class ItemIdTest {
    @Test
    void rankingPutsWholeNumbersInOrderBeforeOtherIds() {
        List<String> sorted = Stream.of("1x", "10", "9", "010", "85123A", "a", "B")
                .map(ItemId::new)
                .sorted(ItemId.RANKING)
                .map(ItemId::value)
                .toList();
        assertEquals(List.of("9", "010", "10", "1x", "85123A", "B", "a"), sorted);
    }

    @Test
    void rankingDoesNotDependOnTheOrderBefore() {
        List<ItemId> ids = Stream.of("1x", "10", "9", "0", "00", "7", "77", "7 ", "z", "99999999999999999999")
                .map(ItemId::new)
                .sorted(ItemId.RANKING)
                .toList();
        SplittableRandom random = Seeds.stream(1, "ranking");
        for (int round = 0; round < 200; round++) {
            List<ItemId> shuffled = new java.util.ArrayList<>(ids);
            Collections.shuffle(shuffled, java.util.Random.from(random));
            shuffled.sort(ItemId.RANKING);
            assertEquals(ids, shuffled);
        }
    }
}
