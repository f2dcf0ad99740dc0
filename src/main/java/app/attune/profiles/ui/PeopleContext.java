package app.attune.profiles.ui;

import app.attune.profiles.IdentityService;
import app.attune.ui.Kit;
import java.time.Clock;

/// What the screen about persons works with.
///
/// @param author whose name new versions bear
public record PeopleContext(IdentityService identity, Kit kit, Clock clock, String author) {}
