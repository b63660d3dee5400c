package dev.demarc.cli.demo;

import dev.demarc.cli.Home;

/// The request that both phones send: a chat with the assistant, made of the files in `examples/`.
///
/// @param body the exact bytes, the same from both phones
record Question(byte[] body) {
  static Question read(Home home) {
    throw new DemoFailed("not yet: " + home.examples());
  }
}
