package app.attune.events.read;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.zip.CRC32;
import org.apache.avro.file.Codec;
import org.apache.avro.file.CodecFactory;
import org.apache.commons.compress.compressors.snappy.SnappyCompressorInputStream;

/// Reads Avro blocks packed with Snappy, each followed by the CRC-32 of its content, in pure Java.
final class AvroSnappy extends Codec {
    private static final int CRC_BYTES = 4;

    /// Makes Avro read its "snappy" blocks with this class.
    static void register() {
        CodecFactory.addCodec("snappy", new CodecFactory() {
            @Override
            protected Codec createInstance() {
                return new AvroSnappy();
            }
        });
    }

    @Override
    public String getName() {
        return "snappy";
    }

    @Override
    public ByteBuffer compress(ByteBuffer plain) {
        throw new UnsupportedOperationException("This codec only reads");
    }

    @Override
    public ByteBuffer decompress(ByteBuffer packed) throws IOException {
        byte[] bytes = new byte[packed.remaining()];
        packed.get(bytes);
        int length = bytes.length - CRC_BYTES;
        if (length < 0) {
            throw new IOException("a block is too short");
        }
        byte[] plain = unpack(new ByteArrayInputStream(bytes, 0, length));
        CRC32 crc = new CRC32();
        crc.update(plain);
        if ((int) crc.getValue() != ByteBuffer.wrap(bytes, length, CRC_BYTES).getInt()) {
            throw new IOException("a block does not fit its checksum");
        }
        return ByteBuffer.wrap(plain);
    }

    private static byte[] unpack(ByteArrayInputStream packed) throws IOException {
        try (SnappyCompressorInputStream in = new SnappyCompressorInputStream(packed)) {
            if (in.getSize() > ParquetCodecs.MAX_PAGE_BYTES) {
                throw new IOException("a block of " + in.getSize() + " bytes is implausible");
            }
            return in.readAllBytes();
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof AvroSnappy;
    }

    @Override
    public int hashCode() {
        return getName().hashCode();
    }
}
