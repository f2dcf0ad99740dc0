package app.attune.recommend.onnx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.attune.core.Progress;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The rules that `onnx.checker` asks of a model, asked of what is written by a reader that does not know the writer.
final class OnnxFormTest {
    private static final FactorShop SHOP = FactorShop.of(60, 40);
    private static final int FLOAT = 1;
    private static final int INT64 = 7;

    private static ProtoFields written(boolean withUsers) throws IOException {
        FactorGraph graph = new FactorGraph(FactorShop.ID, SHOP.model(), 10);
        ServedUsers users = ServedUsers.of(
                SHOP.model(),
                app.attune.recommend.Shop.PURCHASES,
                SHOP.population(),
                FactorShop.AS_OF,
                Progress.none());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        (withUsers ? graph.ofUsers(users) : graph.ofFactors()).writeTo(out);
        return ProtoFields.of(out.toByteArray());
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aModelSaysItsVersions(boolean withUsers) throws IOException {
        ProtoFields model = written(withUsers);
        assertEquals(List.of(8L), model.numbers(1));
        assertEquals(List.of("Attune"), model.texts(2));
        ProtoFields operators = model.messages(8).getFirst();
        assertEquals(1, model.messages(8).size());
        assertEquals(List.of(""), operators.texts(1));
        assertEquals(List.of(18L), operators.numbers(2));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void everyNodeHasWhatItNeedsBeforeIt(boolean withUsers) throws IOException {
        ProtoFields graph = written(withUsers).messages(7).getFirst();
        assertFalse(graph.texts(2).getFirst().isBlank());
        Set<String> known = new HashSet<>();
        for (ProtoFields constant : graph.messages(5)) {
            assertTrue(known.add(constant.texts(8).getFirst()), "a constant twice");
        }
        for (ProtoFields input : graph.messages(11)) {
            assertTrue(known.add(input.texts(1).getFirst()), "an input twice");
        }
        Set<String> names = new HashSet<>();
        for (ProtoFields node : graph.messages(1)) {
            assertTrue(known.containsAll(node.texts(1)), () -> node.texts(4) + " lacks some of " + node.texts(1));
            assertTrue(known.addAll(node.texts(2)), "an output twice");
            assertTrue(names.add(node.texts(3).getFirst()), "a node's name twice");
            for (ProtoFields attribute : node.messages(5)) {
                int type = attribute.numbers(20).getFirst().intValue();
                assertEquals(
                        1,
                        attribute
                                .all(Map.of(2, 3, 3, 4, 4, 5).getOrDefault(type, 0))
                                .size(),
                        "its value is of its type");
            }
        }
        graph.messages(12).forEach(output -> assertTrue(known.containsAll(output.texts(1))));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void everyPortHasATypeAndAShape(boolean withUsers) throws IOException {
        ProtoFields graph = written(withUsers).messages(7).getFirst();
        assertEquals(
                withUsers
                        ? List.of("user int64 [n]", "seen int64 [n, m]")
                        : List.of("factors float [n, 16]", "seen int64 [n, m]"),
                graph.messages(11).stream().map(OnnxFormTest::port).toList());
        assertEquals(
                List.of("items int64 [n, 10]", "scores float [n, 10]"),
                graph.messages(12).stream().map(OnnxFormTest::port).toList());
    }

    private static String port(ProtoFields info) {
        ProtoFields tensor = info.messages(2).getFirst().messages(1).getFirst();
        List<String> shape = tensor.messages(2).getFirst().messages(1).stream()
                .map(one -> one.all(1).isEmpty()
                        ? one.texts(2).getFirst()
                        : one.numbers(1).getFirst().toString())
                .toList();
        long type = tensor.numbers(1).getFirst();
        return info.texts(1).getFirst() + (type == INT64 ? " int64 " : type == FLOAT ? " float " : " other ") + shape;
    }

    @Test
    void constantsHaveAsManyBytesAsTheirShapeSays() throws IOException {
        for (ProtoFields constant : written(true).messages(7).getFirst().messages(5)) {
            long count = constant.numbers(1).stream().reduce(1L, (a, b) -> a * b);
            int size = constant.numbers(2).getFirst() == FLOAT ? Float.BYTES : Long.BYTES;
            assertEquals(count * size, ((byte[]) constant.all(9).getFirst()).length, constant.texts(8)::toString);
        }
    }
}
