package app.attune.events.read;

import com.github.luben.zstd.ZstdInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.apache.avro.file.Codec;
import org.apache.avro.file.CodecFactory;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.apache.commons.compress.compressors.snappy.SnappyCompressorInputStream;

/// Unpacks the blocks of Avro files in pure Java, as far as what they grow to is plausible.
final class AvroCodec extends Codec {
    private static final int CRC_BYTES = 4;
    private static final List<String> NAMES = List.of("deflate", "snappy", "bzip2", "zstandard", "xz");

    private final String name;
    private final Expansion expansion = new Expansion("a block of the Avro file");

    AvroCodec(String name) {
        this.name = name;
    }

    /// Makes Avro unpack with this class.
    static void register() {
        for (String name : NAMES) {
            CodecFactory.addCodec(name, new CodecFactory() {
                @Override
                protected Codec createInstance() {
                    return new AvroCodec(name);
                }
            });
        }
    }

    @Override
    public String getName() {
        return name;
    }

    @Override
    public ByteBuffer compress(ByteBuffer plain) {
        throw new UnsupportedOperationException("This codec only reads");
    }

    @Override
    public ByteBuffer decompress(ByteBuffer packed) throws IOException {
        byte[] bytes = new byte[packed.remaining()];
        packed.get(bytes);
        return ByteBuffer.wrap(name.equals("snappy") ? checked(bytes) : unpacked(bytes, bytes.length));
    }

    /// Snappy blocks are followed by the CRC-32 of their content.
    private byte[] checked(byte[] bytes) throws IOException {
        int length = bytes.length - CRC_BYTES;
        if (length < 0) {
            throw new IOException("a block is too short");
        }
        byte[] plain = unpacked(bytes, length);
        CRC32 crc = new CRC32();
        crc.update(plain);
        if ((int) crc.getValue() != ByteBuffer.wrap(bytes, length, CRC_BYTES).getInt()) {
            throw new IOException("a block does not fit its checksum");
        }
        return plain;
    }

    private byte[] unpacked(byte[] bytes, int length) throws IOException {
        ByteArrayOutputStream plain = new ByteArrayOutputStream(Math.max(1, length));
        byte[] piece = new byte[1 << 16];
        expansion.grow(length, 0);
        try (InputStream in = open(new ByteArrayInputStream(bytes, 0, length))) {
            for (int n = in.read(piece); n >= 0; n = in.read(piece)) {
                expansion.grow(0, n);
                plain.write(piece, 0, n);
            }
        }
        return plain.toByteArray();
    }

    private InputStream open(InputStream packed) throws IOException {
        return switch (name) {
            case "deflate" -> inflated(packed);
            case "snappy" -> new SnappyCompressorInputStream(packed);
            case "bzip2" -> new BZip2CompressorInputStream(packed);
            case "zstandard" -> new ZstdInputStream(packed);
            default -> throw new IOException("its blocks are compressed by " + name + ", which is not read");
        };
    }

    /// Without wrapper bytes the inflater wants one more byte than the data has.
    private static InputStream inflated(InputStream packed) {
        Inflater inflater = new Inflater(true);
        InputStream padded = new SequenceInputStream(packed, new ByteArrayInputStream(new byte[1]));
        return new InflaterInputStream(padded, inflater) {
            @Override
            public void close() throws IOException {
                inflater.end();
                super.close();
            }
        };
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof AvroCodec codec && codec.name.equals(name);
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }
}
