package app.attune.events.read.shape;

import app.attune.core.json.Json;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BinaryNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.IdentityHashMap;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

/// Reads texts and bytes that stand for something else, each of a record once.
final class Decoding {
    /// Payloads that expand to more are not read.
    static final int MAX_BYTES = 16 << 20;

    private static final Pattern BLANKS = Pattern.compile("\\s+");

    private final IdentityHashMap<JsonNode, Optional<JsonNode>> json = new IdentityHashMap<>();
    private final IdentityHashMap<JsonNode, Optional<JsonNode>> base64 = new IdentityHashMap<>();
    private final IdentityHashMap<JsonNode, Optional<JsonNode>> gzip = new IdentityHashMap<>();
    private final IdentityHashMap<JsonNode, Optional<JsonNode>> unpacked = new IdentityHashMap<>();

    /// Forgets the last record.
    void reset() {
        json.clear();
        base64.clear();
        gzip.clear();
        unpacked.clear();
    }

    /// Empty if `node` cannot be read so.
    Optional<JsonNode> decode(JsonNode node, FieldPath.Coding coding) {
        return switch (coding) {
            case JSON -> json.computeIfAbsent(node, Decoding::json);
            case BASE64 -> base64.computeIfAbsent(node, Decoding::base64);
            case GZIP -> gzip.computeIfAbsent(node, Decoding::gzip);
            case UNPACK -> unpacked.computeIfAbsent(node, Decoding::unpack);
        };
    }

    /// The text of bytes, empty if they are none.
    static Optional<String> text(byte[] bytes) {
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    /// What is an object or a list already is left alone.
    private static Optional<JsonNode> json(JsonNode node) {
        if (node.isContainerNode()) {
            return Optional.of(node);
        }
        Optional<String> text = node instanceof BinaryNode bytes
                ? text(bytes.binaryValue())
                : node.isTextual() ? Optional.of(node.textValue()) : Optional.empty();
        try {
            return text.isEmpty()
                    ? Optional.empty()
                    : Optional.ofNullable(Json.mapper().readTree(text.get()));
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    private static Optional<JsonNode> unpack(JsonNode node) {
        boolean packed = node.isTextual()
                && !node.textValue().stripLeading().startsWith("{")
                && !node.textValue().stripLeading().startsWith("[");
        Optional<JsonNode> content = packed ? base64(node) : Optional.of(node);
        return content.flatMap(found -> found instanceof BinaryNode ? gzip(found) : Optional.of(found))
                .flatMap(Decoding::json)
                .filter(JsonNode::isContainerNode);
    }

    private static Optional<JsonNode> base64(JsonNode node) {
        if (!node.isTextual()) {
            return Optional.empty();
        }
        String text = BLANKS.matcher(node.textValue())
                .replaceAll("")
                .replace('-', '+')
                .replace('_', '/');
        try {
            return Optional.of(BinaryNode.valueOf(Base64.getDecoder().decode(text)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<JsonNode> gzip(JsonNode node) {
        if (!(node instanceof BinaryNode binary)) {
            return Optional.empty();
        }
        byte[] bytes = binary.binaryValue();
        if (bytes.length < 2 || (bytes[0] & 0xFF) != 0x1f || (bytes[1] & 0xFF) != 0x8b) {
            return Optional.of(node);
        }
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            byte[] expanded = in.readNBytes(MAX_BYTES + 1);
            return expanded.length > MAX_BYTES ? Optional.empty() : Optional.of(BinaryNode.valueOf(expanded));
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
