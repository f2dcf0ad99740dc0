package app.attune.events.read;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.avro.LogicalType;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericFixed;
import org.apache.avro.generic.GenericRecord;

/// Turns records of Avro into the trees that other formats have: unions become their value, points in time become
/// ISO 8601, decimals keep their digits, and bytes that are no text become Base64.
final class AvroTree {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private AvroTree() {}

    static ObjectNode of(GenericRecord avro) {
        ObjectNode object = NODES.objectNode();
        for (Schema.Field field : avro.getSchema().getFields()) {
            object.set(field.name(), value(avro.get(field.pos()), field.schema()));
        }
        return object;
    }

    private static JsonNode value(Object value, Schema declared) {
        Schema schema = branch(value, declared);
        return switch (schema.getType()) {
            case NULL -> NullNode.instance;
            case RECORD -> of((GenericRecord) value);
            case ARRAY -> array((Iterable<?>) value, schema.getElementType());
            case MAP -> map((Map<?, ?>) value, schema.getValueType());
            case STRING, ENUM -> NODES.textNode(value.toString());
            case BOOLEAN -> NODES.booleanNode((Boolean) value);
            case INT, LONG -> whole(((Number) value).longValue(), schema.getLogicalType());
            case FLOAT -> JsonNumbers.of((Float) value);
            case DOUBLE -> JsonNumbers.of((Double) value);
            case BYTES -> bytes(toBytes((ByteBuffer) value), schema.getLogicalType());
            case FIXED -> bytes(((GenericFixed) value).bytes(), schema.getLogicalType());
            case UNION -> throw new IllegalStateException("A union's branch is no union");
        };
    }

    private static Schema branch(Object value, Schema declared) {
        return declared.getType() == Schema.Type.UNION
                ? declared.getTypes().get(GenericData.get().resolveUnion(declared, value))
                : declared;
    }

    private static JsonNode array(Iterable<?> values, Schema element) {
        ArrayNode array = NODES.arrayNode();
        values.forEach(value -> array.add(value(value, element)));
        return array;
    }

    private static JsonNode map(Map<?, ?> values, Schema valued) {
        ObjectNode object = NODES.objectNode();
        values.forEach((key, value) -> object.set(key.toString(), value(value, valued)));
        return object;
    }

    private static JsonNode whole(long value, LogicalType meaning) {
        if (meaning instanceof LogicalTypes.Date) {
            return NODES.textNode(LocalDate.ofEpochDay(value).toString());
        }
        String name = meaning == null ? "" : meaning.getName();
        return switch (name) {
            case "timestamp-millis" -> NODES.textNode(instant(value, TimeUnit.MILLISECONDS));
            case "timestamp-micros" -> NODES.textNode(instant(value, TimeUnit.MICROSECONDS));
            case "timestamp-nanos" -> NODES.textNode(instant(value, TimeUnit.NANOSECONDS));
            case "local-timestamp-millis" -> local(value, TimeUnit.MILLISECONDS);
            case "local-timestamp-micros" -> local(value, TimeUnit.MICROSECONDS);
            case "local-timestamp-nanos" -> local(value, TimeUnit.NANOSECONDS);
            default -> NODES.numberNode(value);
        };
    }

    private static JsonNode local(long value, TimeUnit unit) {
        return NODES.textNode(JsonNumbers.withoutZone(instant(value, unit)));
    }

    private static String instant(long value, TimeUnit unit) {
        long perSecond = unit.convert(1, TimeUnit.SECONDS);
        return Instant.ofEpochSecond(Math.floorDiv(value, perSecond), unit.toNanos(Math.floorMod(value, perSecond)))
                .toString();
    }

    private static byte[] toBytes(ByteBuffer buffer) {
        byte[] bytes = new byte[buffer.remaining()];
        buffer.duplicate().get(bytes);
        return bytes;
    }

    private static JsonNode bytes(byte[] bytes, LogicalType meaning) {
        if (meaning instanceof LogicalTypes.Decimal decimal) {
            return NODES.numberNode(new BigDecimal(new BigInteger(bytes), decimal.getScale()));
        }
        String text = Encoding.UTF_8.charset().decode(ByteBuffer.wrap(bytes)).toString();
        return NODES.textNode(
                text.indexOf('\uFFFD') < 0 ? text : Base64.getEncoder().encodeToString(bytes));
    }
}
