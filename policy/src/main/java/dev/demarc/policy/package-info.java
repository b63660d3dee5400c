/// Packs, catalogue, parties, and the pure decision over them.
@NullMarked
package dev.demarc.policy;

import org.jspecify.annotations.NullMarked;
