/// The process: `Pipeline` is the order of the steps, `Gateway` the wiring.
@NullMarked
package dev.demarc.gateway;

import org.jspecify.annotations.NullMarked;
