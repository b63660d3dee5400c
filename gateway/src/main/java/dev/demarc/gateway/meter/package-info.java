/// The exact counts that thresholds of law are held against.
@NullMarked
package dev.demarc.gateway.meter;

import org.jspecify.annotations.NullMarked;
