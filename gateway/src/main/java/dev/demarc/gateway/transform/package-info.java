/// The transform step: the exact bytes that may leave under a permit.
@NullMarked
package dev.demarc.gateway.transform;

import org.jspecify.annotations.NullMarked;
