/// A body to its findings: the walk that knows the positions of the chat protocol, and its entry,
/// [Classifier].
@NullMarked
package dev.demarc.classify;

import org.jspecify.annotations.NullMarked;
