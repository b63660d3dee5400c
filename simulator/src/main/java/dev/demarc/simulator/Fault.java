package dev.demarc.simulator;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/// One way in which the simulator misbehaves. [Misbehaviour] combines them.
public enum Fault {
  SILENT("silent", "", "", "reads the request and never answers"),
  SLOW_HEAD("slow-head", "MS", "1000", "waits before the head of the answer"),
  STALL("stall", "N", "0", "sends the head and N events, then nothing more"),
  CUT("cut", "N", "1", "closes the connection after N events, or within a plain body"),
  SPLIT("split", "N", "1", "writes the answer in pieces of N bytes"),
  PACE("pace", "MS", "20", "waits between events"),
  DELTAS("deltas", "N", "100", "streams the text in exactly N deltas"),
  BIG("big", "N", "1000000", "pads the text to N characters"),
  NO_DONE("no-done", "", "", "ends a stream without data: [DONE]"),
  NO_FINISH("no-finish", "", "", "ends a stream without a finish_reason"),
  ERROR_EVENT("error-event", "N", "1", "sends an error event after N events and ends the stream"),
  WRONG_JSON("wrong-json", "", "", "sends JSON that breaks off, with a correct length"),
  WRONG_LENGTH("wrong-length", "", "", "announces more bytes than it sends, then closes"),
  LONE_SURROGATES(
      "lone-surrogates", "", "", "splits emoji over two deltas, half an escape in each"),
  ASCII("ascii", "", "", "writes every character outside ASCII as an escape"),
  CRLF("crlf", "", "", "ends the lines of a stream by CR LF"),
  COMMENTS("comments", "", "", "sends a comment line before every event"),
  CLOSE_IDLE(
      "close-idle", "MS", "1", "closes the connection MS after the answer if nothing more came"),
  GZIP("gzip", "", "", "compresses the answer without being asked"),
  REDIRECT("redirect", "URL", "/simulator/elsewhere", "answers 307 with this location"),
  TOO_MANY_REQUESTS("429", "SECONDS", "1", "answers 429 with this retry-after"),
  SERVER_ERROR("500", "", "", "answers 500"),
  STATUS("status", "N", "503", "answers this status with an error body");

  private final String id;
  private final String argument;
  private final String usual;
  private final String says;

  Fault(String id, String argument, String usual, String says) {
    this.id = id;
    this.argument = argument;
    this.usual = usual;
    this.says = says;
  }

  /// The name by which it is asked for.
  public String id() {
    return id;
  }

  /// What it does, in words.
  public String says() {
    return says;
  }

  /// The value it has where none is given; empty where it takes none.
  String usual() {
    return usual;
  }

  boolean takesValue() {
    return !argument.isEmpty();
  }

  boolean takesNumber() {
    return takesValue() && this != REDIRECT;
  }

  static Optional<Fault> of(String id) {
    return Arrays.stream(values()).filter(fault -> fault.id.equals(id)).findFirst();
  }

  /// One line per fault, for `--help`.
  public static String help() {
    return Arrays.stream(values())
        .map(fault -> "  %-22s %s".formatted(fault.syntax(), fault.says))
        .collect(Collectors.joining("\n"));
  }

  private String syntax() {
    return takesValue() ? id + "[=" + argument + "]" : id;
  }
}
