package app.attune.events.read;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.compressors.lz4.BlockLZ4CompressorInputStream;
import org.apache.commons.compress.compressors.snappy.SnappyCompressorInputStream;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.compression.CompressionCodecFactory;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;

/// Unpacks the pages of Parquet files without Hadoop: plain, Snappy, gzip, Zstandard and raw LZ4.
final class ParquetCodecs implements CompressionCodecFactory {
    /// A page that says it unpacks to more is refused.
    private static final int MAX_PAGE_BYTES = 256 << 20;

    private final Expansion expansion;

    ParquetCodecs(Expansion expansion) {
        this.expansion = expansion;
    }

    @Override
    public BytesInputCompressor getCompressor(CompressionCodecName codec) {
        throw new UnsupportedOperationException("These codecs only read");
    }

    @Override
    public BytesInputDecompressor getDecompressor(CompressionCodecName codec) {
        return new Unpacker(codec, expansion);
    }

    @Override
    public void release() {}

    private record Unpacker(CompressionCodecName codec, Expansion expansion) implements BytesInputDecompressor {
        @Override
        public BytesInput decompress(BytesInput packed, int size) throws IOException {
            return codec == CompressionCodecName.UNCOMPRESSED
                    ? packed
                    : BytesInput.from(unpack(packed.toInputStream().readAllBytes(), size));
        }

        @Override
        public void decompress(ByteBuffer packed, int packedSize, ByteBuffer unpacked, int size) throws IOException {
            byte[] bytes = new byte[packedSize];
            packed.get(bytes);
            unpacked.put(codec == CompressionCodecName.UNCOMPRESSED ? bytes : unpack(bytes, size));
        }

        @Override
        public void release() {}

        private byte[] unpack(byte[] packed, int size) throws IOException {
            if (size < 0 || size > MAX_PAGE_BYTES) {
                throw new IOException("a page of " + size + " bytes is implausible");
            }
            expansion.grow(packed.length, size);
            return switch (codec) {
                case SNAPPY -> exactly(new SnappyCompressorInputStream(new ByteArrayInputStream(packed)), size);
                case GZIP -> exactly(new GZIPInputStream(new ByteArrayInputStream(packed)), size);
                case LZ4_RAW -> exactly(new BlockLZ4CompressorInputStream(new ByteArrayInputStream(packed)), size);
                case ZSTD -> zstd(packed, size);
                case UNCOMPRESSED, LZO, BROTLI, LZ4 ->
                    throw new IOException("its columns are compressed by " + codec + ", which is not read");
            };
        }

        private static byte[] zstd(byte[] packed, int size) throws IOException {
            try {
                byte[] unpacked = new byte[size];
                long length = Zstd.decompress(unpacked, packed);
                if (length != size) {
                    throw new IOException("a page is shorter than it says");
                }
                return unpacked;
            } catch (ZstdException e) {
                throw new IOException("a page cannot be unpacked: " + e.getMessage(), e);
            }
        }

        private static byte[] exactly(InputStream in, int size) throws IOException {
            try (in) {
                byte[] unpacked = in.readNBytes(size);
                if (unpacked.length != size) {
                    throw new IOException("a page is shorter than it says");
                }
                return unpacked;
            }
        }
    }
}
