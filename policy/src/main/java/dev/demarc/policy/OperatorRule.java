package dev.demarc.policy;

/// The rules that come with the operator and not with a pack. They stand in code, not in a file: no
/// missing file may open a route.
enum OperatorRule {
  ROUTE_LISTED(
      "OPR-ROUTE-01",
      "The operator lists route {route} for market {markets}, and packs can only restrict that.",
      "Take the route off the market's list."),
  ROUTE_NOT_LISTED(
      "OPR-ROUTE-02",
      "The operator does not list route {route} for market {markets}, and only that list permits.",
      "List the route for every market of the request."),
  EXPORTER_UNKNOWN(
      "OPR-PARTY-01",
      "Nothing is known about the exporter {exporter}, so no law can be excluded.",
      "Add the exporter to the parties with its charter."),
  RECIPIENT_UNKNOWN(
      "OPR-PARTY-02",
      "Nothing is known about the recipient {recipient}.",
      "Add the recipient to the parties with its charter, place of business and owners."),
  PROTECTION_WITHOUT_PACK(
      "OPR-PROT-01",
      "The person is protected by the law of {laws}, and no pack for it is loaded.",
      "Load a pack that stands for that law, or accept it by name in accepted_without_pack."),
  PROTECTION_ACCEPTED(
      "OPR-PROT-02",
      "The person is protected by the law of {laws}, for which no pack is loaded; the operator"
          + " accepts that by name, and nothing of that law is applied.",
      "Load a pack that stands for that law."),
  PROTECTION_UNKNOWN(
      "OPR-PROT-03",
      "No law that protects the person is known, so the person counts as protected by every loaded"
          + " pack's law.",
      "State per caller and market whose law protects its users, and on what basis."),
  PROTECTION_ASSUMED(
      "OPR-PROT-04",
      "That the person is protected by the law of {laws} is assumed in the configuration; nobody"
          + " declared or verified it.",
      "Declare it per request, or verify it."),
  TWO_MARKETS(
      "OPR-MARKET-01",
      "Two explicit signals name different markets, {markets}: the packs of both apply.",
      "Send one market only."),
  NO_SUBJECT(
      "OPR-SUBJECT-01",
      "No subject was named, so the request counts as a new person.",
      "Name the subject in Demarc-Subject."),
  UNTREATED(
      "OPR-CAT-01",
      "No rule in force says what becomes of {categories}.",
      "Give the category a handling in a pack that applies to everyone."),
  OPAQUE_OVER(
      "OPR-CAT-02",
      "Opaque content cannot be redacted, so it is not sent where {categories} would be.",
      "Send text only, or use another route.");

  static final String PACK = "operator";
  static final String CITATION = "operator's configuration";

  private final String id;
  private final String text;
  private final String remedy;

  OperatorRule(String id, String text, String remedy) {
    this.id = id;
    this.text = text;
    this.remedy = remedy;
  }

  String id() {
    return id;
  }

  String text() {
    return text;
  }

  String remedy() {
    return remedy;
  }
}
