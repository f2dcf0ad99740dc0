package app.attune.decide;

import app.attune.events.Dictionary;
import app.attune.rules.UserIds;
import java.util.OptionalInt;

/// The users of an event frame.
record FrameUsers(Dictionary users) implements UserIds {
    @Override
    public String id(int userIdx) {
        return users.text(userIdx);
    }

    @Override
    public OptionalInt find(String id) {
        return users.find(id);
    }
}
