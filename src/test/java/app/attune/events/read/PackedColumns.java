package app.attune.events.read;

import com.github.luben.zstd.Zstd;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.compressors.lz4.BlockLZ4CompressorOutputStream;
import org.apache.commons.compress.compressors.snappy.SnappyCompressorOutputStream;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.compression.CompressionCodecFactory;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;

/// Packs the pages of Parquet files that tests write.
final class PackedColumns implements CompressionCodecFactory {
    @Override
    public BytesInputCompressor getCompressor(CompressionCodecName codec) {
        return new BytesInputCompressor() {
            @Override
            public BytesInput compress(BytesInput plain) throws IOException {
                byte[] bytes = plain.toInputStream().readAllBytes();
                return BytesInput.from(pack(codec, bytes));
            }

            @Override
            public CompressionCodecName getCodecName() {
                return codec;
            }

            @Override
            public void release() {}
        };
    }

    @Override
    public BytesInputDecompressor getDecompressor(CompressionCodecName codec) {
        return new ParquetCodecs(new Expansion("a file")).getDecompressor(codec);
    }

    @Override
    public void release() {}

    static byte[] pack(CompressionCodecName codec, byte[] plain) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        if (codec == CompressionCodecName.UNCOMPRESSED) {
            return plain;
        }
        if (codec == CompressionCodecName.ZSTD) {
            return Zstd.compress(plain);
        }
        try (OutputStream out = switch (codec) {
            case SNAPPY -> new SnappyCompressorOutputStream(packed, plain.length);
            case GZIP -> new GZIPOutputStream(packed);
            case LZ4_RAW -> new BlockLZ4CompressorOutputStream(packed);
            case UNCOMPRESSED, ZSTD, LZO, BROTLI, LZ4 -> throw new IOException("not written: " + codec);
        }) {
            out.write(plain);
        }
        return packed.toByteArray();
    }
}
