/// Finds readable rules: what users of a group have in common, groups nobody has named yet, and habits that go
/// together.
@NullMarked
package app.attune.segments.discover;

import org.jspecify.annotations.NullMarked;
