package app.attune.core;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

final class WrittenNumberTest {
    @Test
    void numbersAreReadWithADecimalPoint() {
        assertEquals(OptionalDouble.of(49.9), WrittenNumber.of(" 49.90 "));
        assertEquals(OptionalDouble.of(-1200), WrittenNumber.of("-1.2e3"));
        assertEquals(OptionalDouble.of(0.0), WrittenNumber.of("-0"));
    }

    @Test
    void whatIsNoFiniteNumberIsNotRead() {
        for (String text : List.of("", "NaN", "Infinity", "1e400", "12d", "0x1p4", "4,5", "9".repeat(41))) {
            assertEquals(OptionalDouble.empty(), WrittenNumber.of(text), text);
        }
    }
}
