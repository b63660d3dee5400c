/// Measurements of the real process, each with a command of its own below `bench/`.
@NullMarked
package dev.demarc.bench;

import org.jspecify.annotations.NullMarked;
