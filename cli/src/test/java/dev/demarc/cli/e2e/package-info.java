/// Tests of the real jar as a process: real clients before it, simulated providers behind it, the
/// real verifier beside it.
@NullMarked
package dev.demarc.cli.e2e;

import org.jspecify.annotations.NullMarked;
