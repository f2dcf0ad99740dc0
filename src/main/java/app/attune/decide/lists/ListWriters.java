package app.attune.decide.lists;

import app.attune.core.json.Json;
import app.attune.events.TableFile;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// The writers of each format.
final class ListWriters {
    private static final List<String> HEADER = List.of("user_id", "rank", "item_id", "score");

    private ListWriters() {}

    /// Writes lists to a file, in the order given.
    @FunctionalInterface
    interface ListWriter {
        void write(Path file, Stream<UserList> lists) throws IOException;
    }

    static ListWriter of(ListsRequest request) {
        return switch (request.format()) {
            case CSV -> (file, lists) -> TableFile.write(file, HEADER, lists.flatMap(ListWriters::rows));
            case JSON_LINES ->
                (file, lists) ->
                        lines(file, lists.filter(list -> !list.items().isEmpty()), list -> document(list) + "\n");
            case PARQUET -> ParquetLists::write;
            case REDIS -> (file, lists) -> lines(file, lists, list -> commands(request.name(), list));
            case ELASTICSEARCH -> (file, lists) -> lines(file, lists, list -> bulk(request.name(), list));
        };
    }

    private static Stream<List<String>> rows(UserList list) {
        return IntStream.range(0, list.items().size())
                .mapToObj(at -> List.of(
                        list.user().value(),
                        Integer.toString(at + 1),
                        list.items().get(at).item().value(),
                        Double.toString(list.items().get(at).score())));
    }

    private static void lines(Path file, Stream<UserList> lists, Function<UserList, String> text) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            for (Iterator<UserList> each = lists.iterator(); each.hasNext(); ) {
                out.write(text.apply(each.next()).getBytes(StandardCharsets.UTF_8));
            }
        }
    }

    /// `{"user":"u1","items":[{"item":"31","score":2.6}]}`
    private static ObjectNode document(UserList list) {
        ObjectNode node =
                Json.mapper().createObjectNode().put("user", list.user().value());
        ArrayNode items = node.putArray("items");
        list.items()
                .forEach(entry ->
                        items.addObject().put("item", entry.item().value()).put("score", entry.score()));
        return node;
    }

    /// An action on a line, its document on the next; for an empty list the document that was there is deleted.
    private static String bulk(String index, UserList list) {
        boolean isEmpty = list.items().isEmpty();
        ObjectNode action = Json.mapper().createObjectNode();
        action.putObject(isEmpty ? "delete" : "index")
                .put("_index", index)
                .put("_id", list.user().value());
        return action + "\n" + (isEmpty ? "" : document(list) + "\n");
    }

    /// DEL and RPUSH of the user's key; DEL alone for an empty list.
    private static String commands(String name, UserList list) {
        String key = name + ":" + list.user().value();
        if (list.items().isEmpty()) {
            return command(List.of("DEL", key));
        }
        List<String> push = new ArrayList<>(List.of("RPUSH", key));
        list.items().forEach(entry -> push.add(entry.item().value()));
        return command(List.of("DEL", key)) + command(push);
    }

    /// An array of bulk strings; lengths are bytes. Source: Redis serialization protocol specification (RESP2).
    private static String command(List<String> words) {
        StringBuilder text = new StringBuilder("*").append(words.size()).append("\r\n");
        for (String word : words) {
            int length = word.getBytes(StandardCharsets.UTF_8).length;
            text.append('$').append(length).append("\r\n").append(word).append("\r\n");
        }
        return text.toString();
    }
}
