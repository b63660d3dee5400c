package dev.demarc.cli.e2e;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What a log says of every attempt, read entry by entry, and where it contradicts the rules: one
/// permit and one outcome for each attempt, and nothing open once a start has been recorded.
final class Account {
  private static final JsonMapper JSON = new JsonMapper();

  private final Map<String, Permit> permits = new HashMap<>();
  private final Set<String> open = new HashSet<>();
  private final Set<String> requests = new HashSet<>();
  private final Map<String, Integer> outcomes = new TreeMap<>();
  private final Map<Long, JsonNode> kept = new HashMap<>();
  private final List<String> breaches = new ArrayList<>();
  private boolean listing;
  private int starts;
  private long entries;

  /// A permit: where it stands, and how many bytes may leave under it.
  record Permit(long index, long bytes) {}

  /// Takes the next entry.
  void add(long index, byte[] leaf) {
    add(index, JSON.readTree(leaf));
  }

  /// Takes the next entry and keeps it.
  void keep(long index, byte[] leaf) {
    JsonNode entry = JSON.readTree(leaf);
    kept.put(index, entry);
    add(index, entry);
  }

  private void add(long index, JsonNode entry) {
    entries++;
    String type = entry.path("type").asString();
    boolean lists = type.equals("outcome") && isOpenAtCrash(entry);
    if (listing && !lists && !type.equals("start")) {
      breaches.add("entry " + index + " (" + type + ") stands among what a crash left open");
    }
    listing = lists;
    switch (type) {
      case "decision" -> decision(index, entry);
      case "outcome" -> outcome(index, entry);
      case "refusal" -> requests.add(entry.path("request").asString());
      case "start" -> start(index);
      default -> {}
    }
  }

  private void decision(long index, JsonNode entry) {
    requests.add(entry.path("request").asString());
    if (!entry.path("decision").asString().equals("permit")) {
      return;
    }
    String attempt = PublishedLog.attempt(entry);
    Permit permit = new Permit(index, entry.path("bytes").asLong());
    if (permits.put(attempt, permit) != null) {
      breaches.add("entry " + index + " permits attempt " + attempt + " again");
    }
    open.add(attempt);
  }

  private void outcome(long index, JsonNode entry) {
    String attempt = PublishedLog.attempt(entry);
    outcomes.merge(entry.path("outcome").asString(), 1, Integer::sum);
    Permit permit = permits.get(attempt);
    if (permit == null || !open.remove(attempt)) {
      breaches.add("entry " + index + " closes attempt " + attempt + ", which is not open");
    } else if (permit.index() != entry.path("decision_index").asLong()) {
      breaches.add("entry " + index + " names another decision for attempt " + attempt);
    }
  }

  private void start(long index) {
    starts++;
    if (!open.isEmpty()) {
      breaches.add("the start at " + index + " leaves " + open.size() + " open: " + open);
      open.clear();
    }
  }

  private static boolean isOpenAtCrash(JsonNode entry) {
    return entry.path("outcome").asString().equals("open_at_crash");
  }

  /// Where the log contradicts the rules.
  List<String> breaches() {
    return breaches;
  }

  /// Every permit by its attempt.
  Map<String, Permit> permits() {
    return permits;
  }

  /// Attempts whose outcome is still to come.
  Set<String> open() {
    return open;
  }

  /// Ids of the requests that have any entry.
  Set<String> requests() {
    return requests;
  }

  /// How many outcomes there are of each kind.
  Map<String, Integer> outcomes() {
    return outcomes;
  }

  /// An entry that was kept.
  JsonNode kept(long index) {
    return Objects.requireNonNull(kept.get(index));
  }

  int starts() {
    return starts;
  }

  long entries() {
    return entries;
  }
}
