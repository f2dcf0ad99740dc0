package app.attune.events;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.attune.core.ProblemException;
import app.attune.core.Seeds;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// The parts by which events are told apart and packed, on random input.
class IdentityPartsTest {
    private static final long SEED = 23;

    @Test
    void aTableOfIdsStopsWhereItsMemoryEnds() {
        IdTable table = new IdTable(4 << 20);
        table.reserve(1_000_000);
        table.reserve(Long.MAX_VALUE / 8);
        ProblemException e = assertThrows(ProblemException.class, () -> {
            for (long id = 1; id < 1_000_000; id++) {
                table.add(id, ~id, 0);
            }
        });
        assertEquals("import.out-of-memory", e.problem().code());
        assertTrue(table.size() > 60_000 && table.size() < 175_000, "ids " + table.size());
        assertTrue(
                e.problem().message().contains("which is full after"),
                e.problem().message());
    }

    @Test
    void canonicalUuidsAreKeptBitByBit() {
        SplittableRandom random = Seeds.stream(SEED, "uuid");
        UuidText uuid = new UuidText();
        for (int i = 0; i < 20_000; i++) {
            UUID expected = new UUID(random.nextLong(), random.nextLong());
            TextCell cell = TextCell.of("x" + expected + "y");
            cell.set(cell.bytes(), 1, 37);
            assertTrue(uuid.read(cell));
            assertEquals(expected, new UUID(uuid.high(), uuid.low()));
        }
    }

    @Test
    void anyOtherTextIsNoUuid() {
        UuidText uuid = new UuidText();
        byte[] whole = "0123abcd-89ef-4567-8901-fedcba987654".getBytes(StandardCharsets.US_ASCII);
        for (int place = 0; place < whole.length; place++) {
            for (int value = -128; value < 128; value++) {
                byte[] changed = whole.clone();
                changed[place] = (byte) value;
                TextCell cell = new TextCell();
                cell.set(changed, 0, changed.length);
                boolean dash = List.of(8, 13, 18, 23).contains(place);
                boolean digit = (value >= '0' && value <= '9') || (value >= 'a' && value <= 'f');
                assertEquals(dash ? value == '-' : digit, uuid.read(cell), "place " + place + " value " + value);
            }
        }
        assertFalse(uuid.read(TextCell.of("")));
        assertFalse(uuid.read(TextCell.of("0123abcd-89ef-4567-8901-fedcba98765")));
    }

    @Test
    void theTableOfIdsKnowsWhatAMapKnows() {
        SplittableRandom random = Seeds.stream(SEED, "ids");
        IdTable table = new IdTable();
        Map<List<Long>, Integer> map = new HashMap<>();
        for (int i = 0; i < 200_000; i++) {
            long low = random.nextInt(4) == 0 ? random.nextInt(3_000) : random.nextLong();
            long high = random.nextInt(4) == 0 ? random.nextInt(3) : low * 31;
            Integer known = map.putIfAbsent(List.of(low, high), map.size());
            int found = table.add(low, high, i);
            assertEquals(known == null ? -map.size() : known, found);
            assertEquals(map.size(), table.size());
            if (i % 60_000 == 1_000) {
                table.reserve(i * 3L);
            }
        }
    }

    @Test
    void aGrowingDictionaryKnowsWhatAMapKnows() {
        SplittableRandom random = Seeds.stream(SEED, "texts");
        Dictionaries dictionaries = new Dictionaries(Map.of());
        Dictionaries.Growing dictionary = dictionaries.of("any");
        Map<String, Integer> map = new HashMap<>();
        TextCell cell = new TextCell();
        for (int i = 0; i < 100_000; i++) {
            int length = random.nextInt(20);
            StringBuilder text = new StringBuilder();
            for (int place = 0; place < length; place++) {
                text.append(place < length - 3 ? 'a' : (char) random.nextInt(0, 40));
            }
            byte[] bytes = text.toString().getBytes(StandardCharsets.US_ASCII);
            cell.set(bytes, 0, bytes.length);
            Integer known = map.putIfAbsent(text.toString(), map.size());
            assertEquals(known == null ? map.size() - 1 : known, dictionary.add(cell));
        }
        assertEquals(map.size(), dictionary.size());
        assertEquals(inOrder(map), stored(dictionaries.takeGrowth()));
        assertEquals(List.of(), dictionaries.takeGrowth());
    }

    private static List<String> inOrder(Map<String, Integer> positions) {
        return positions.entrySet().stream()
                .sorted(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .toList();
    }

    private static List<String> stored(List<DictionaryGrowth> pieces) {
        assertTrue(pieces.size() > 1, "pieces " + pieces.size());
        List<String> texts = new ArrayList<>();
        for (DictionaryGrowth piece : pieces) {
            assertEquals(texts.size(), piece.first());
            assertTrue(piece.texts().length <= 750_000, "bytes " + piece.texts().length);
            texts.addAll(ColumnCodec.texts(piece.deflated(), piece.count()));
        }
        return texts;
    }

    @Test
    void packedNumbersComeBack() {
        SplittableRandom random = Seeds.stream(SEED, "packed");
        for (int round = 0; round < 500; round++) {
            int rows = random.nextInt(0, 4_000);
            int bits = random.nextInt(0, 64);
            boolean repeating = random.nextInt(4) == 0;
            long[] numbers = new long[rows];
            for (int i = 0; i < rows; i++) {
                numbers[i] = repeating && i > 0 && random.nextInt(5) > 0 ? numbers[i - 1] : random.nextLong() >> bits;
            }
            byte[] packed = PackedNumbers.write(numbers, rows);
            byte[] behind = new byte[packed.length + 3];
            System.arraycopy(packed, 0, behind, 3, packed.length);
            assertArrayEquals(numbers, PackedNumbers.read(behind, 3, rows), "seed " + SEED + " round " + round);
        }
    }

    @Test
    void hashesTellLengthsAndNeighboursApart() {
        Map<Long, String> seen = new HashMap<>();
        for (int length = 0; length < 40; length++) {
            for (int place = 0; place <= length; place++) {
                byte[] text = new byte[length + 8];
                Arrays.fill(text, (byte) 'a');
                text[place] = 0;
                String name = length + " " + place;
                assertEquals(TextHash.of(text, 0, length), TextHash.of(Arrays.copyOf(text, length), 0, length));
                assertEquals(TextHash.ofRow(text, 0, length), TextHash.ofRow(Arrays.copyOf(text, length), 0, length));
                if (place < length || length == 0) {
                    assertEquals(null, seen.put(TextHash.of(text, 0, length), name), name);
                    assertEquals(null, seen.put(TextHash.ofRow(text, 0, length), name), name);
                }
            }
        }
    }
}
