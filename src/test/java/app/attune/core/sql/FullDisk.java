package app.attune.core.sql;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import org.h2.store.fs.FileBaseDefault;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;

/// A disk on which a store's file can grow by so many bytes and no more, as the system would tell it.
public final class FullDisk extends FilePathWrapper {
    private static final AtomicLong LARGEST = new AtomicLong(Long.MAX_VALUE);

    static {
        FilePath.register(new FullDisk());
    }

    /// Opens a store that is there; one such at a time.
    public static Database open(Path store, long growth) throws IOException {
        LARGEST.set(Files.size(store) + growth);
        String text = store.toAbsolutePath().toString();
        String url = "jdbc:h2:fulldisk:" + text.substring(0, text.length() - StorePath.SUFFIX.length());
        return Database.at(url + StorePath.SETTINGS, store.toString());
    }

    @Override
    public String getScheme() {
        return "fulldisk";
    }

    @Override
    public FileChannel open(String mode) throws IOException {
        return new Limited(getBase().open(mode));
    }

    private static final class Limited extends FileBaseDefault {
        private final FileChannel file;

        Limited(FileChannel file) {
            this.file = file;
        }

        @Override
        public synchronized int write(ByteBuffer bytes, long position) throws IOException {
            long room = LARGEST.get() - position;
            if (room <= 0) {
                throw new IOException("No space left on device");
            }
            int whole = bytes.limit();
            bytes.limit((int) Math.min(whole, bytes.position() + room));
            try {
                return file.write(bytes, position);
            } finally {
                bytes.limit(whole);
            }
        }

        @Override
        public synchronized int read(ByteBuffer bytes, long position) throws IOException {
            return file.read(bytes, position);
        }

        @Override
        public long size() throws IOException {
            return file.size();
        }

        @Override
        protected void implTruncate(long size) throws IOException {
            file.truncate(size);
        }

        @Override
        public void force(boolean metadata) throws IOException {
            file.force(metadata);
        }

        @Override
        public synchronized FileLock tryLock(long position, long size, boolean shared) throws IOException {
            return file.tryLock(position, size, shared);
        }

        @Override
        protected void implCloseChannel() throws IOException {
            file.close();
        }
    }
}
