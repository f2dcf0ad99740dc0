package app.attune.core;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class ListedTest {
    @Test
    void asManyAsFitAreAllNamed() {
        assertEquals("", Listed.first(List.of()));
        assertEquals("ann, bob", Listed.first(2, List.of("ann", "bob")));
    }

    @Test
    void moreAreCounted() {
        assertEquals("ann, bob and 1 more", Listed.first(2, List.of("ann", "bob", "cid")));
        List<String> many = IntStream.range(0, 2010).mapToObj(Integer::toString).toList();
        assertEquals("0, 1, 2, 3, 4, 5, 6, 7, 8, 9 and 2,000 more", Listed.first(many));
    }
}
