/// The record step: facts, decision and commitment to a durable entry, and back again for replay.
@NullMarked
package dev.demarc.gateway.record;

import org.jspecify.annotations.NullMarked;
