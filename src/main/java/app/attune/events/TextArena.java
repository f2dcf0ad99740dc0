package app.attune.events;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Texts in UTF-8 one after the other in big pages, by position. It only grows.
final class TextArena {
    private static final int PAGE = 1 << 20;

    private final List<byte[]> pages = new ArrayList<>();
    private int[] pageOf = new int[256];
    private int[] starts = new int[256];
    private int[] ends = new int[256];
    private byte[] page = new byte[0];
    private int used;
    private int size;

    int size() {
        return size;
    }

    void add(byte[] bytes, int from, int to) {
        int length = to - from;
        if (pages.isEmpty() || page.length - used < length) {
            page = new byte[Math.max(PAGE, length)];
            pages.add(page);
            used = 0;
        }
        if (size == starts.length) {
            pageOf = Arrays.copyOf(pageOf, size * 2);
            starts = Arrays.copyOf(starts, size * 2);
            ends = Arrays.copyOf(ends, size * 2);
        }
        System.arraycopy(bytes, from, page, used, length);
        pageOf[size] = pages.size() - 1;
        starts[size] = used;
        used += length;
        ends[size] = used;
        size++;
    }

    boolean isAt(int position, byte[] bytes, int from, int to) {
        int length = ends[position] - starts[position];
        return length == to - from
                && (length == 0
                        || Arrays.equals(
                                pages.get(pageOf[position]), starts[position], ends[position], bytes, from, to));
    }

    void addTo(TextPieces pieces, int position) {
        byte[] bytes = pages.get(pageOf[position]);
        pieces.add(bytes, starts[position], ends[position]);
    }
}
