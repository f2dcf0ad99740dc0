package app.attune.segments;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// The order of texts by their bytes in UTF-8, which is that of their code points and of engines such as Spark. Java's
/// own puts 😀 before ﬁ, since it looks at halves of characters.
final class ByteOrder {
    private ByteOrder() {}

    /// Half a character is written as a question mark, after which Java's order decides. Cost: the length they share;
    /// nothing is copied unless they differ first in a character beyond U+FFFF.
    static int compare(String one, String other) {
        int shared = Math.min(one.length(), other.length());
        int place = 0;
        while (place < shared && one.charAt(place) == other.charAt(place)) {
            place++;
        }
        boolean plain = place == shared
                || !(Character.isSurrogate(one.charAt(place)) || Character.isSurrogate(other.charAt(place)));
        int order = plain ? 0 : Arrays.compareUnsigned(bytes(one), bytes(other));
        return order == 0 ? one.compareTo(other) : order;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
