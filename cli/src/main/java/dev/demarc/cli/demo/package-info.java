/// The main job in a minute: two markets, what each provider received, the proof and its verdict.
@NullMarked
package dev.demarc.cli.demo;

import org.jspecify.annotations.NullMarked;
