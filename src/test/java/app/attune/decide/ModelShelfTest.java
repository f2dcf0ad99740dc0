package app.attune.decide;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

final class ModelShelfTest {
    @Test
    void theDefaultIsTheNewestModelWhoseListsDifferFromUserToUser() {
        assertEquals("item-knn", ModelShelf.defaultOf(List.of("recent-popularity", "popularity", "item-knn", "ease")));
        assertEquals("of-an-older-version", ModelShelf.defaultOf(List.of("popularity", "of-an-older-version")));
        assertEquals("ease", ModelShelf.defaultOf(List.of("user-knn", "ease")), "as a server decides");
        assertEquals("popularity", ModelShelf.defaultOf(List.of("recent-popularity")));
    }
}
