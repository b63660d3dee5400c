/// Benchmarks of the classifier's inner stages, which only its own package can reach.
@NullMarked
package dev.demarc.classify.read;

import org.jspecify.annotations.NullMarked;
