package app.attune.events.store;

import app.attune.events.read.RejectReason;
import app.attune.events.read.Rejection;
import java.util.ArrayList;
import java.util.List;

/// Cuts lists of rejected rows into pieces that fit into one row of the store.
final class Pieces {
    /// Characters a piece may have: at three bytes each it stays below the limit of a row.
    private static final int MAX_CHARS = 250_000;
    /// Characters of a rejected row beside its text and what is said of it.
    private static final int OTHER_CHARS = 48;
    /// Texts of one rejected row.
    private static final int PARTS = 5;

    private Pieces() {}

    static List<List<Rejection>> of(List<Rejection> rejections) {
        List<List<Rejection>> pieces = new ArrayList<>();
        int from = 0;
        int chars = 0;
        for (int i = 0; i < rejections.size(); i++) {
            int next = rejections.get(i).raw().length()
                    + rejections.get(i).detail().length()
                    + OTHER_CHARS;
            if (i > from && chars + next > MAX_CHARS) {
                pieces.add(rejections.subList(from, i));
                from = i;
                chars = 0;
            }
            chars += next;
        }
        if (from < rejections.size()) {
            pieces.add(rejections.subList(from, rejections.size()));
        }
        return pieces;
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
}
