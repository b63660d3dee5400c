package dev.demarc.cli.e2e;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// A chat request after one change, with what must become of it.
///
/// @param change says what was done to it, for messages
/// @param head request line and header lines, without what says how long the body is
@SuppressWarnings("ArrayRecordComponent") // equality is never asked
record Mutant(String change, List<String> head, byte[] body, Fate fate) {
  Mutant {
    head = List.copyOf(head);
  }

  /// What must become of a request.
  enum Fate {
    /// It is still a chat request: the provider's answer comes back.
    ANSWERED,
    /// It is readable, and what it means is the provider's to say: 200 or a 4xx of the provider's.
    PASSED_ON,
    /// A 4xx of the gateway's, and nothing leaves.
    REFUSED
  }

  /// The valid request: the same head, with this body.
  static Mutant of(String change, String body, Fate fate) {
    return of(change, body.getBytes(StandardCharsets.UTF_8), fate);
  }

  static Mutant of(String change, byte[] body, Fate fate) {
    return new Mutant(change, plainHead(), body, fate);
  }

  static List<String> plainHead() {
    return List.of(
        "POST /v1/chat/completions HTTP/1.1",
        "host: gateway",
        "authorization: Bearer " + ConfigFile.API_KEY,
        "content-type: application/json");
  }

  /// With another request line.
  Mutant line(String line) {
    List<String> changed = new ArrayList<>(head);
    changed.set(0, line);
    return new Mutant(change, changed, body, fate);
  }

  /// With a header more.
  Mutant header(String header) {
    List<String> changed = new ArrayList<>(head);
    changed.add(header);
    return new Mutant(change, changed, body, fate);
  }

  /// Without the headers of this name.
  Mutant without(String name) {
    List<String> changed = new ArrayList<>(head);
    changed.removeIf(line -> line.startsWith(name + ":"));
    return new Mutant(change, changed, body, fate);
  }

  /// The bytes on the wire; no other request follows on the connection.
  byte[] bytes() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    String end = "\r\nconnection: close\r\ncontent-length: " + body.length + "\r\n\r\n";
    bytes.writeBytes((String.join("\r\n", head) + end).getBytes(StandardCharsets.UTF_8));
    bytes.writeBytes(body);
    return bytes.toByteArray();
  }

  /// With another name for its change.
  Mutant named(String name) {
    return new Mutant(name, head, body, fate);
  }

  String text() {
    return new String(body, StandardCharsets.UTF_8);
  }

  boolean headOnly() {
    return head.getFirst().startsWith("HEAD ");
  }

  @Override
  public String toString() {
    return change + " (" + fate + ")";
  }
}
