package app.attune.events.read;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Base64;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.schema.GroupType;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.DateLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.DecimalLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.IntLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.ListLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.MapLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimeLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimestampLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.UUIDLogicalTypeAnnotation;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.Type;

/// Turns records of Parquet into the trees that other formats have: lists become arrays, maps become objects, points
/// in time become ISO 8601 in UTC, or without a zone where the file says they are local, decimals keep their digits,
/// and bytes that are no text become Base64.
final class ParquetTree {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final int JULIAN_DAY_OF_EPOCH = 2_440_588;

    private ParquetTree() {}

    static ObjectNode of(Group group) {
        GroupType type = group.getType();
        ObjectNode object = NODES.objectNode();
        for (int field = 0; field < type.getFieldCount(); field++) {
            object.set(type.getFieldName(field), field(group, type.getType(field), field));
        }
        return object;
    }

    private static JsonNode field(Group group, Type type, int field) {
        int count = group.getFieldRepetitionCount(field);
        if (type.isRepetition(Type.Repetition.REPEATED)) {
            ArrayNode array = NODES.arrayNode(count);
            for (int i = 0; i < count; i++) {
                array.add(value(group, type, field, i));
            }
            return array;
        }
        return count == 0 ? NullNode.instance : value(group, type, field, 0);
    }

    private static JsonNode value(Group group, Type type, int field, int index) {
        if (type.isPrimitive()) {
            return primitive(group, type.asPrimitiveType(), field, index);
        }
        Group inner = group.getGroup(field, index);
        LogicalTypeAnnotation meaning = type.getLogicalTypeAnnotation();
        if (meaning instanceof ListLogicalTypeAnnotation && inner.getType().getFieldCount() == 1) {
            return list(inner);
        }
        return meaning instanceof MapLogicalTypeAnnotation && inner.getType().getFieldCount() == 1
                ? map(inner)
                : of(inner);
    }

    /// Three levels, as the format asks for, or two, as old writers made them.
    private static JsonNode list(Group group) {
        Type repeated = group.getType().getType(0);
        ArrayNode array = NODES.arrayNode();
        for (int i = 0; i < group.getFieldRepetitionCount(0); i++) {
            boolean wrapped = !repeated.isPrimitive()
                    && repeated.asGroupType().getFieldCount() == 1
                    && !repeated.getName().equals("array")
                    && !repeated.getName().endsWith("_tuple");
            if (wrapped) {
                Group element = group.getGroup(0, i);
                array.add(field(element, element.getType().getType(0), 0));
            } else {
                array.add(value(group, repeated, 0, i));
            }
        }
        return array;
    }

    private static JsonNode map(Group group) {
        ObjectNode object = NODES.objectNode();
        for (int i = 0; i < group.getFieldRepetitionCount(0); i++) {
            Group entry = group.getGroup(0, i);
            String key = field(entry, entry.getType().getType(0), 0).asText();
            boolean valued = entry.getType().getFieldCount() > 1;
            object.set(key, valued ? field(entry, entry.getType().getType(1), 1) : NullNode.instance);
        }
        return object;
    }

    private static JsonNode primitive(Group group, PrimitiveType type, int field, int index) {
        LogicalTypeAnnotation meaning = type.getLogicalTypeAnnotation();
        return switch (type.getPrimitiveTypeName()) {
            case BOOLEAN -> NODES.booleanNode(group.getBoolean(field, index));
            case INT32 ->
                isUnsigned(meaning)
                        ? NODES.numberNode(Integer.toUnsignedLong(group.getInteger(field, index)))
                        : whole(group.getInteger(field, index), meaning);
            case INT64 ->
                isUnsigned(meaning)
                        ? NODES.numberNode(new BigInteger(Long.toUnsignedString(group.getLong(field, index))))
                        : whole(group.getLong(field, index), meaning);
            case FLOAT -> JsonNumbers.of(group.getFloat(field, index));
            case DOUBLE -> JsonNumbers.of(group.getDouble(field, index));
            case INT96 -> NODES.textNode(int96(group.getInt96(field, index)));
            case BINARY, FIXED_LEN_BYTE_ARRAY -> bytes(group.getBinary(field, index), meaning);
        };
    }

    private static boolean isUnsigned(LogicalTypeAnnotation meaning) {
        return meaning instanceof IntLogicalTypeAnnotation whole && !whole.isSigned();
    }

    private static JsonNode whole(long value, LogicalTypeAnnotation meaning) {
        if (meaning instanceof TimestampLogicalTypeAnnotation timestamp) {
            String utc = instant(value, unit(timestamp.getUnit())).toString();
            return NODES.textNode(timestamp.isAdjustedToUTC() ? utc : JsonNumbers.withoutZone(utc));
        }
        if (meaning instanceof DateLogicalTypeAnnotation) {
            return NODES.textNode(LocalDate.ofEpochDay(value).toString());
        }
        if (meaning instanceof TimeLogicalTypeAnnotation time) {
            return NODES.textNode(
                    LocalTime.ofNanoOfDay(unit(time.getUnit()).toNanos(value)).toString());
        }
        return meaning instanceof DecimalLogicalTypeAnnotation decimal
                ? NODES.numberNode(BigDecimal.valueOf(value, decimal.getScale()))
                : NODES.numberNode(value);
    }

    private static JsonNode bytes(Binary value, LogicalTypeAnnotation meaning) {
        if (meaning instanceof DecimalLogicalTypeAnnotation decimal) {
            return NODES.numberNode(new BigDecimal(new BigInteger(value.getBytes()), decimal.getScale()));
        }
        if (meaning instanceof UUIDLogicalTypeAnnotation && value.length() == 16) {
            ByteBuffer halves = value.toByteBuffer();
            return NODES.textNode(new UUID(halves.getLong(), halves.getLong()).toString());
        }
        byte[] bytes = value.getBytes();
        String text = Encoding.UTF_8.charset().decode(ByteBuffer.wrap(bytes)).toString();
        return NODES.textNode(
                text.indexOf('\uFFFD') < 0 ? text : Base64.getEncoder().encodeToString(bytes));
    }

    /// Nanoseconds of the day, then the Julian day, both little-endian: the old way to write a point in time.
    private static String int96(Binary value) {
        ByteBuffer parts = value.toByteBuffer().order(ByteOrder.LITTLE_ENDIAN);
        long nanos = parts.getLong();
        long day = parts.getInt() - (long) JULIAN_DAY_OF_EPOCH;
        return Instant.ofEpochSecond(TimeUnit.DAYS.toSeconds(day), nanos).toString();
    }

    private static Instant instant(long value, TimeUnit unit) {
        long perSecond = unit.convert(1, TimeUnit.SECONDS);
        return Instant.ofEpochSecond(Math.floorDiv(value, perSecond), unit.toNanos(Math.floorMod(value, perSecond)));
    }

    private static TimeUnit unit(LogicalTypeAnnotation.TimeUnit unit) {
        return switch (unit) {
            case MILLIS -> TimeUnit.MILLISECONDS;
            case MICROS -> TimeUnit.MICROSECONDS;
            case NANOS -> TimeUnit.NANOSECONDS;
        };
    }
}
