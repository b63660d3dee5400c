/// The vocabulary that the steps share: one exchange between a client and the gateway.
@NullMarked
package dev.demarc.gateway.exchange;

import org.jspecify.annotations.NullMarked;
