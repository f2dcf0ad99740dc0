/// Tests of the server, asked over HTTP as its clients ask it.
@NullMarked
package app.attune.serve;

import org.jspecify.annotations.NullMarked;
