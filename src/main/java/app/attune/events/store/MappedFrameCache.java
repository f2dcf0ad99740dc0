package app.attune.events.store;

import app.attune.events.EventFrame;
import app.attune.events.FrameCache;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/// The newest frame as one file in a folder, read by mapping it into memory. A file that is missing, stale, damaged or
/// cannot be written only means that the frame is assembled from the store.
public final class MappedFrameCache implements FrameCache {
    private static final String NAME = "events.frame";

    private final Path folder;

    public MappedFrameCache(Path folder) {
        this.folder = folder;
    }

    @Override
    public Optional<EventFrame> load(String dataHash) {
        try (FileChannel channel = FileChannel.open(folder.resolve(NAME), StandardOpenOption.READ);
                Arena arena = Arena.ofConfined()) {
            return FrameFileReader.read(channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), arena), dataHash);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    @Override
    public void save(EventFrame frame) {
        try {
            Files.createDirectories(folder);
            Path draft = Files.createTempFile(folder, NAME, ".tmp");
            try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
                FrameFileWriter.write(channel, frame);
            }
            Files.move(draft, folder.resolve(NAME), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            // Without the file the next start takes longer, nothing else.
        }
    }
}
