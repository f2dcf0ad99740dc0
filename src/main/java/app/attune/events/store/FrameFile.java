package app.attune.events.store;

/// What the file of a cached frame starts with, and the kinds of its columns.
///
/// Little-endian throughout: magic, version, CRC-32C of all that follows, then the parts in the order in which
/// [FrameFileWriter] writes them. Another version is no frame to us; it is assembled anew.
final class FrameFile {
    static final long MAGIC = 0x454D4152_46545441L;
    static final int VERSION = 1;
    /// Where the content begins: magic 8, version 4, padding 4, checksum 8.
    static final int CONTENT = 24;
    static final int CHECKSUM_AT = 16;

    static final int TEXT = 1;
    static final int NUMBER = 2;
    static final int DATE = 3;

    private FrameFile() {}
}
