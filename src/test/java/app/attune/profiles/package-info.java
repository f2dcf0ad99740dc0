/// Tests of who is who and who agreed to what.
@NullMarked
package app.attune.profiles;

import org.jspecify.annotations.NullMarked;
