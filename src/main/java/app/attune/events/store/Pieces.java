package app.attune.events.store;

import app.attune.events.DictionaryGrowth;
import app.attune.events.read.RejectReason;
import app.attune.events.read.Rejection;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;

/// Cuts lists of texts into pieces that fit into one row of the store.
final class Pieces {
    /// Characters a piece may have: at three bytes each it stays below the limit of a row.
    private static final int MAX_CHARS = 250_000;
    /// Texts of one rejected row.
    private static final int PARTS = 5;

    private Pieces() {}

    static List<DictionaryGrowth> of(DictionaryGrowth growth) {
        List<DictionaryGrowth> pieces = new ArrayList<>();
        int first = growth.first();
        for (List<String> texts : cut(growth.texts(), String::length)) {
            pieces.add(new DictionaryGrowth(growth.dictionary(), first, texts));
            first += texts.size();
        }
        return pieces;
    }

    static List<List<Rejection>> of(List<Rejection> rejections) {
        return cut(
                rejections,
                rejection -> rejection.raw().length() + rejection.detail().length() + 40);
    }

    static List<String> texts(List<Rejection> rejections) {
        List<String> texts = new ArrayList<>();
        for (Rejection rejection : rejections) {
            texts.add(Long.toString(rejection.line()));
            texts.add(Integer.toString(rejection.column()));
            texts.add(rejection.reason().name());
            texts.add(rejection.detail());
            texts.add(rejection.raw());
        }
        return texts;
    }

    static List<Rejection> rejections(List<String> texts) {
        List<Rejection> rejections = new ArrayList<>();
        for (int i = 0; i + PARTS <= texts.size(); i += PARTS) {
            rejections.add(new Rejection(
                    Long.parseLong(texts.get(i)),
                    Integer.parseInt(texts.get(i + 1)),
                    RejectReason.valueOf(texts.get(i + 2)),
                    texts.get(i + 3),
                    texts.get(i + 4)));
        }
        return rejections;
    }

    static int textCount(int rejections) {
        return rejections * PARTS;
    }

    private static <T> List<List<T>> cut(List<T> all, ToIntFunction<T> length) {
        List<List<T>> pieces = new ArrayList<>();
        int from = 0;
        int chars = 0;
        for (int i = 0; i < all.size(); i++) {
            int next = length.applyAsInt(all.get(i)) + 8;
            if (i > from && chars + next > MAX_CHARS) {
                pieces.add(all.subList(from, i));
                from = i;
                chars = 0;
            }
            chars += next;
        }
        if (from < all.size()) {
            pieces.add(all.subList(from, all.size()));
        }
        return pieces;
    }
}
