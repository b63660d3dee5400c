/// The send step: pooled connections to providers, each cancellable.
@NullMarked
package dev.demarc.gateway.route;

import org.jspecify.annotations.NullMarked;
