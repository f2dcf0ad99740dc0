/// A bundle served over HTTP on this machine: decisions, reloads and a kill switch on top of the decider.
@NullMarked
package app.attune.serve;

import org.jspecify.annotations.NullMarked;
