/// The restore step on its way to the client: whole answers and streams, with backpressure.
@NullMarked
package dev.demarc.gateway.relay;

import org.jspecify.annotations.NullMarked;
