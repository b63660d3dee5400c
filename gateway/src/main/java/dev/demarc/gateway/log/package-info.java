/// The transparency log's writer: a write-ahead log whose frames are synced before anything is
/// acknowledged, and the tiles and checkpoints written behind it.
@NullMarked
package dev.demarc.gateway.log;

import org.jspecify.annotations.NullMarked;
