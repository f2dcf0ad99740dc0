package app.attune.serve;

import app.attune.core.ProblemException;
import app.attune.core.json.Json;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;

/// The kill switch, kept in a small file beside the bundle while it is pulled, so that a restart finds it so. What
/// cannot be read there counts as pulled: rules that somebody switched off stay off.
final class SwitchDesk {
    private static final String ENDING = ".kill-switch.json";
    private static final long LONGEST = 16 << 10;

    private final Path file;
    private final DecisionServer.Outside outside;
    private volatile KillSwitch current;

    /// @param pulled whether it is pulled at this start, whatever the file says
    SwitchDesk(Path bundle, boolean pulled, DecisionServer.Outside outside) {
        Path folder = bundle.toAbsolutePath().normalize();
        this.file = folder.resolveSibling(folder.getFileName() + ENDING);
        this.outside = outside;
        Instant now = outside.clock().instant();
        this.current =
                kept(now).orElse(new KillSwitch(pulled, pulled ? "Pulled when the server was started." : "", now));
    }

    KillSwitch current() {
        return current;
    }

    /// Where it is kept while it is pulled.
    Path file() {
        return file;
    }

    /// From now on, whether or not it can be kept.
    ///
    /// @return whether a restart will find it so
    synchronized boolean set(KillSwitch wanted) {
        current = wanted;
        try {
            if (wanted.pulled()) {
                write(wanted);
            } else {
                Files.deleteIfExists(file);
            }
            return true;
        } catch (IOException e) {
            outside.journal()
                    .remark("The kill switch can't be kept in " + file + ", so a restart forgets what was set: "
                            + e.getClass().getSimpleName());
            return false;
        }
    }

    private void write(KillSwitch pulled) throws IOException {
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        Files.writeString(fresh, Json.write(pulled.json()) + "\n");
        Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    private Optional<KillSwitch> kept(Instant now) {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(read()).filter(KillSwitch::pulled);
        } catch (IOException | ProblemException | DateTimeException e) {
            return Optional.of(new KillSwitch(true, file.getFileName() + " can't be read.", now));
        }
    }

    private KillSwitch read() throws IOException {
        if (Files.size(file) > LONGEST) {
            throw new IOException("Too long");
        }
        JsonNode said = Json.read(Files.readString(file), file.toString());
        boolean released =
                said.path("pulled").isBoolean() && !said.path("pulled").asBoolean();
        return new KillSwitch(
                !released,
                said.path("reason").asText(),
                Instant.parse(said.path("since").asText()));
    }

    /// Of an answer: how it stands and whether that is kept.
    static ObjectNode json(KillSwitch stands, boolean kept) {
        return stands.json().put("kept", kept);
    }
}
