/// Segments over time and between workspaces: what two versions say otherwise and whom that brings in and leaves out,
/// and segments as text files.
@NullMarked
package app.attune.segments.versions;

import org.jspecify.annotations.NullMarked;
