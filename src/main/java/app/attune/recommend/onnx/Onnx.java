package app.attune.recommend.onnx;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Map;

/// The messages that an ONNX model is made of, as far as graphs of factors need them.
///
/// Source: onnx/onnx.proto of ONNX 1.13, whose intermediate representation is version 8 and whose operators are set 18.
final class Onnx {
    static final int IR_VERSION = 8;
    static final int OPERATORS = 18;

    private static final int ATTRIBUTE_INT = 2;
    private static final int ATTRIBUTE_STRING = 3;
    private static final int ATTRIBUTE_TENSOR = 4;

    private Onnx() {}

    /// What the values of a tensor are.
    enum Element {
        FLOAT(1),
        INT64(7);

        private final int code;

        Element(int code) {
            this.code = code;
        }
    }

    /// ModelProto.
    static ProtoMessage model(ProtoMessage graph, String producer, String version, Map<String, String> properties) {
        ProtoMessage model = new ProtoMessage()
                .whole(1, IR_VERSION)
                .text(2, producer)
                .text(3, version)
                .message(7, graph)
                .message(8, new ProtoMessage().text(1, "").whole(2, OPERATORS));
        properties.forEach((name, value) ->
                model.message(14, new ProtoMessage().text(1, name).text(2, value)));
        return model;
    }

    /// What a graph asks for, holds and answers.
    record Parts(
            List<ProtoMessage> nodes,
            List<ProtoMessage> constants,
            List<ProtoMessage> inputs,
            List<ProtoMessage> outputs) {}

    /// GraphProto.
    ///
    /// @param parts its nodes in an order in which each has what it needs
    static ProtoMessage graph(String name, Parts parts) {
        return new ProtoMessage()
                .messages(1, parts.nodes)
                .text(2, name)
                .messages(5, parts.constants)
                .messages(11, parts.inputs)
                .messages(12, parts.outputs);
    }

    /// NodeProto.
    static ProtoMessage node(String operator, List<String> inputs, List<String> outputs, ProtoMessage... attributes) {
        return new ProtoMessage()
                .texts(1, inputs)
                .texts(2, outputs)
                .text(3, "to_" + outputs.getFirst())
                .text(4, operator)
                .messages(5, List.of(attributes));
    }

    /// AttributeProto.
    static ProtoMessage attribute(String name, long value) {
        return new ProtoMessage().text(1, name).whole(3, value).whole(20, ATTRIBUTE_INT);
    }

    static ProtoMessage attribute(String name, String value) {
        return new ProtoMessage().text(1, name).text(4, value).whole(20, ATTRIBUTE_STRING);
    }

    static ProtoMessage attribute(String name, ProtoMessage tensor) {
        return new ProtoMessage().text(1, name).message(5, tensor).whole(20, ATTRIBUTE_TENSOR);
    }

    /// TensorProto of floats.
    ///
    /// @param littleEndian row by row
    static ProtoMessage floats(String name, byte[] littleEndian, long... shape) {
        return tensor(name, Element.FLOAT, littleEndian, shape);
    }

    static ProtoMessage ofFloat(String name, float value) {
        return floats(name, bytesOf(Float.floatToRawIntBits(value), Float.BYTES), 1);
    }

    static ProtoMessage ofWhole(String name, long value) {
        return tensor(name, Element.INT64, bytesOf(value, Long.BYTES), 1);
    }

    /// To put little-endian numbers into the bytes.
    static ByteBuffer over(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static byte[] bytesOf(long bits, int size) {
        byte[] bytes = new byte[size];
        for (int at = 0; at < size; at++) {
            bytes[at] = (byte) (bits >>> (Byte.SIZE * at));
        }
        return bytes;
    }

    private static ProtoMessage tensor(String name, Element type, byte[] littleEndian, long... shape) {
        return new ProtoMessage()
                .wholes(1, shape)
                .whole(2, type.code)
                .text(8, name)
                .bytes(9, littleEndian);
    }

    /// ValueInfoProto of an input or output.
    ///
    /// @param shape a number is that many, a word as many as come
    static ProtoMessage port(String name, Element type, String... shape) {
        ProtoMessage dimensions = new ProtoMessage();
        for (String one : shape) {
            boolean fixed = Character.isDigit(one.charAt(0));
            dimensions.message(
                    1, fixed ? new ProtoMessage().whole(1, Long.parseLong(one)) : new ProtoMessage().text(2, one));
        }
        ProtoMessage tensor = new ProtoMessage().whole(1, type.code).message(2, dimensions);
        return new ProtoMessage().text(1, name).message(2, new ProtoMessage().message(1, tensor));
    }
}
