package dev.demarc.gateway.caller;

import dev.demarc.gateway.exchange.Caller;
import dev.demarc.gateway.exchange.Head;
import dev.demarc.gateway.exchange.Refusal;
import dev.demarc.gateway.exchange.Refused;
import dev.demarc.gateway.exchange.Terms;
import dev.demarc.policy.Protection;
import dev.demarc.policy.ProtectionBasis;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/// Settles where a request stands: its markets and whose law protects the person. Explicit signals
/// speak first, the caller's default only where there is none; two that differ both apply; one that
/// the caller has no right to is a refusal.
public final class Border {
  public static final String MARKET_HEADER = "Demarc-Market";
  public static final String SUBJECT_HEADER = "Demarc-Subject";
  public static final String PROTECTION_HEADER = "Demarc-Subject-Protection";

  private static final int MAX_SUBJECT_LENGTH = 512;

  /// Codes that a law can be named by: countries (ISO 3166) and the EU. A closed list, since what
  /// is declared here stands in the public record.
  private static final Set<String> LAWS = laws();

  private static final int MOST_LAWS = 4;

  /// The terms of a request with this head.
  ///
  /// @throws Refused where a signal is not understood or not permitted
  public Terms terms(Caller caller, Head head) {
    return new Terms(caller, markets(caller, head), protection(caller, head), subject(head));
  }

  private static SortedSet<String> markets(Caller caller, Head head) {
    TreeSet<String> signalled = new TreeSet<>();
    head.pathMarket().ifPresent(market -> signalled.add(market.toUpperCase(Locale.ROOT)));
    head.header(MARKET_HEADER)
        .ifPresent(market -> signalled.add(market.strip().toUpperCase(Locale.ROOT)));
    if (signalled.isEmpty()) {
      caller.defaultMarket().ifPresent(signalled::add);
    }
    if (signalled.isEmpty() || !caller.markets().containsAll(signalled)) {
      throw new Refused(new Refusal.MarketNotPermitted(caller.markets()));
    }
    return signalled;
  }

  private static Protection protection(Caller caller, Head head) {
    Optional<String> declared = head.header(PROTECTION_HEADER);
    if (declared.isEmpty()) {
      return caller.protection();
    }
    if (!caller.mayDeclareProtection()) {
      throw new Refused(new Refusal.ProtectionNotPermitted());
    }
    return new Protection(laws(declared.get()), ProtectionBasis.DECLARED);
  }

  private static SortedSet<String> laws(String declared) {
    if (declared.strip().equalsIgnoreCase("unknown")) {
      return new TreeSet<>();
    }
    SortedSet<String> laws = new TreeSet<>();
    for (String law : Arrays.asList(declared.split(",", -1))) {
      String code = law.strip().toUpperCase(Locale.ROOT);
      if (!LAWS.contains(code) || laws.size() == MOST_LAWS) {
        throw new Refused(
            new Refusal.BadHeader(
                PROTECTION_HEADER,
                "codes of laws, up to " + MOST_LAWS + ", such as 'US' or 'US, EU', or 'unknown'"));
      }
      laws.add(code);
    }
    return laws;
  }

  private static Set<String> laws() {
    Set<String> laws = new HashSet<>(Arrays.asList(Locale.getISOCountries()));
    laws.add("EU");
    return Set.copyOf(laws);
  }

  private static Optional<String> subject(Head head) {
    Optional<String> subject = head.header(SUBJECT_HEADER).map(String::strip);
    if (subject.isPresent()
        && (subject.get().isEmpty() || subject.get().length() > MAX_SUBJECT_LENGTH)) {
      throw new Refused(
          new Refusal.BadHeader(SUBJECT_HEADER, "1 to " + MAX_SUBJECT_LENGTH + " characters"));
    }
    return subject;
  }
}
