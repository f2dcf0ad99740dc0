/// The user preview: who somebody is, what they did, what they get and why.
@NullMarked
package app.attune.decide.ui;

import org.jspecify.annotations.NullMarked;
