/// A provider that speaks the chat protocol, shows what it received and can misbehave.
@NullMarked
package dev.demarc.simulator;

import org.jspecify.annotations.NullMarked;
