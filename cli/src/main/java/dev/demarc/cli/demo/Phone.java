package dev.demarc.cli.demo;

import java.util.ArrayList;
import java.util.List;

/// A phone in one market: how it says where it is and how it wants its answer. The person and the
/// question are the same on both.
///
/// @param market where the operator serves this phone's user
/// @param route the simulator that this market permits
/// @param place the market in words
/// @param basePath the path that an SDK's base URL ends in
/// @param marketHeader whether the market is said in a header; if not, the base path says it
/// @param streamed whether the answer comes in pieces
record Phone(
    String market,
    String route,
    String place,
    String basePath,
    boolean marketHeader,
    boolean streamed) {
  static final Phone US =
      new Phone("US", "simulator-openai-us", "the United States", "/v1", true, true);
  static final Phone CN =
      new Phone("CN", "simulator-qwen-cn", "mainland China", "/m/CN/v1", false, false);

  static final List<Phone> BOTH = List.of(US, CN);

  /// The person who asks, as the app knows them. Only a keyed pseudonym of it may leave.
  static final String SUBJECT = "customer-58213";

  /// The law that protects this person, wherever the phone is.
  static final String PROTECTION = "US";

  /// The header lines of ours that this phone sends, name and value.
  List<List<String>> headers() {
    List<List<String>> headers = new ArrayList<>();
    if (marketHeader) {
      headers.add(List.of("Demarc-Market", market));
    }
    headers.add(List.of("Demarc-Subject", SUBJECT));
    headers.add(List.of("Demarc-Subject-Protection", PROTECTION));
    return headers;
  }
}
