package app.attune.recommend;

import app.attune.core.ItemId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/// What the users of the training data did after the split: one set of new items per user.
///
/// Dropped and counted: events of users without training interactions, of items nobody had in training, and of items
/// the user already had in training (which are never recommended).
///
/// @param rows            rows of the training matrix, ascending
/// @param relevant        per row the positions of its test items, ascending, at least one
/// @param unknownUsers    test events dropped because the user is not in training
/// @param unknownItems    test events dropped because the item is not in training
/// @param alreadyHad      test events dropped because the user had the item in training
@SuppressWarnings("ArrayRecordComponent") // A carrier between steps, never compared.
record TestSet(int[] rows, int[][] relevant, long unknownUsers, long unknownItems, long alreadyHad) {
    static TestSet of(Interactions train, InteractionLog test) {
        return new Collector(train).collect(test);
    }

    int users() {
        return rows.length;
    }

    /// Distinct pairs of a user and a test item.
    long pairs() {
        return Arrays.stream(relevant).mapToLong(items -> items.length).sum();
    }

    /// Walks the test events user by user.
    private static final class Collector {
        private final Interactions train;
        private final Map<Integer, Integer> rowOfUser = new HashMap<>();
        private final int[] columnOfItem;
        private long unknownUsers;
        private long unknownItems;
        private long alreadyHad;

        Collector(Interactions train) {
            this.train = train;
            for (int row = 0; row < train.users(); row++) {
                rowOfUser.put(train.frameUser(row), row);
            }
            columnOfItem = new int[train.log().frame().itemCount()];
            Arrays.fill(columnOfItem, -1);
            for (int item : train.log().items()) {
                columnOfItem[item] = 0;
            }
            for (int item = 0; item < columnOfItem.length; item++) {
                if (columnOfItem[item] == 0) {
                    ItemId id = new ItemId(train.log().frame().items().text(item));
                    columnOfItem[item] = train.catalogue().position(id);
                }
            }
        }

        TestSet collect(InteractionLog test) {
            int[] rows = new int[test.size()];
            int[][] relevant = new int[test.size()][];
            int users = 0;
            int at = 0;
            while (at < test.size()) {
                int end = endOfUser(test, at);
                int[] items = items(test, at, end);
                if (items.length > 0) {
                    rows[users] = rowOfUser.getOrDefault(test.users()[at], -1);
                    relevant[users++] = items;
                }
                at = end;
            }
            return new TestSet(
                    Arrays.copyOf(rows, users), Arrays.copyOf(relevant, users), unknownUsers, unknownItems, alreadyHad);
        }

        private static int endOfUser(InteractionLog test, int from) {
            int end = from + 1;
            while (end < test.size() && test.users()[end] == test.users()[from]) {
                end++;
            }
            return end;
        }

        private int[] items(InteractionLog test, int from, int to) {
            Integer row = rowOfUser.get(test.users()[from]);
            if (row == null) {
                unknownUsers += to - from;
                return new int[0];
            }
            int[] items = new int[to - from];
            int n = 0;
            for (int at = from; at < to; at++) {
                int column = columnOfItem[test.items()[at]];
                if (column < 0) {
                    unknownItems++;
                } else if (train.history(row).find(column) >= 0) {
                    alreadyHad++;
                } else {
                    items[n++] = column;
                }
            }
            return Arrays.stream(items, 0, n).sorted().distinct().toArray();
        }
    }
}
