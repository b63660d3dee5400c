package dev.demarc.cli.audit;

import dev.demarc.classify.text.Text;

/// One recorded request.
///
/// Nothing in it but the body was written by a person: of an address only the host and the part of
/// the path that is known are kept.
public sealed interface Entry {
  /// Where it stands in the file, such as `entry 3`.
  String place();

  /// What it is, such as `POST api.openai.com/chat/completions`.
  String what();

  /// A request that the gateway reads.
  record Chat(String place, String what, Text body) implements Entry {}

  /// AI traffic that the gateway does not read, and why: nobody may take it for permitted.
  record NotRead(String place, String what, String reason) implements Entry {}

  /// No AI request, as far as its address and body tell.
  record Other(String place, String what) implements Entry {}
}
