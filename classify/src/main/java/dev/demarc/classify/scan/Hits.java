package dev.demarc.classify.scan;

import dev.demarc.classify.finding.Category;
import dev.demarc.classify.finding.Finding;
import dev.demarc.classify.finding.Span;
import dev.demarc.classify.text.Text;
import dev.demarc.classify.text.View;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Collects findings during one walk and knows where in the body each one stands.
public final class Hits {
  private final ClassifierSettings settings;
  private final Supplier<String> place;
  private byte[] body = {};
  private final List<Finding> findings = new ArrayList<>();
  private final Covered covered = new Covered();
  private final BitSet devices = new BitSet();
  private Span.Form form = Span.Form.TEXT;
  private List<Finding> seen = List.of();
  private @Nullable Seams seam;
  private final Set<Long> codes = new HashSet<>();
  private boolean inCode;

  public Hits(ClassifierSettings settings, Supplier<String> place) {
    this.settings = settings;
    this.place = place;
  }

  /// Forgets all findings, and begins with this body.
  public void begin(byte[] bytes) {
    body = bytes;
    findings.clear();
    devices.clear();
    covered.clear();
    codes.clear();
    seen = List.of();
    seam = null;
    inCode = false;
    form = Span.Form.TEXT;
  }

  /// What the text that is scanned next is in the JSON.
  public void form(Span.Form next) {
    form = next;
  }

  public Span.Form form() {
    return form;
  }

  /// Number of findings so far.
  public int size() {
    return findings.size();
  }

  /// What was found as number `k`.
  public Finding finding(int k) {
    return findings.get(k);
  }

  /// Beside the name of a network, a MAC address that is not said to be a device's is an access
  /// point's: so are those found since `mark`.
  public void stationsSince(int mark) {
    covered.changed(mark);
    for (int i = mark; i < findings.size(); i++) {
      if (mayBeStation(i)) {
        findings.set(i, asStation(findings.get(i)));
      }
    }
  }

  private boolean mayBeStation(int at) {
    return findings.get(at).category() == Category.MAC_ADDRESS && !devices.get(at);
  }

  /// An address that one place shows to be an access point's is one at every place, and has one
  /// stand-in.
  private void stationsEverywhere() {
    Set<Text> stations = new HashSet<>();
    for (Finding finding : findings) {
      if (finding.category() == Category.WIFI_BSSID) {
        stations.add(finding.spans().getFirst().canonical());
      }
    }
    for (int i = 0; i < findings.size() && !stations.isEmpty(); i++) {
      if (mayBeStation(i) && stations.contains(findings.get(i).spans().getFirst().canonical())) {
        findings.set(i, asStation(findings.get(i)));
      }
    }
  }

  private static Finding asStation(Finding mac) {
    Span span = mac.spans().getFirst();
    Span renamed =
        new Span(
            span.start(),
            span.end(),
            span.form(),
            Category.WIFI_BSSID.word(),
            span.value(),
            span.canonical());
    return new Finding(
        Category.WIFI_BSSID, mac.score(), mac.evidence(), mac.place(), List.of(renamed));
  }

  /// From here on values that findings since `mark` cover already are not reported again, because
  /// the same text is being read another way.
  public void rereadSince(int mark) {
    seen = new ArrayList<>(findings.subList(mark, findings.size()));
    seen.sort(Comparator.comparingInt(Hits::start));
  }

  /// The text is read; the next one is another.
  public void endReread() {
    seen = List.of();
  }

  /// From here on texts stand in the code at [from, to) of the view; false where it stands in
  /// another code itself.
  public boolean enterCode(View view, int from, int to) {
    boolean outermost = !inCode;
    if (outermost) {
      inCode = true;
      codes.add((long) view.raw(from) << 32 | view.rawEnd(to));
    }
    return outermost;
  }

  /// Texts stand in no code any more.
  public void leaveCode() {
    inCode = false;
  }

  /// Whether a value of this category and score is taken.
  boolean takes(Category category, int points) {
    return points >= settings.minScore(category);
  }

  /// Takes a value of one span at [from, to) of the view; false if it does not score enough.
  public boolean add(Category category, Sum sum, View view, int from, int to, Text canonical) {
    if (!takes(category, sum.points())) {
      return false;
    }
    if (seam != null) {
      addAcross(category, sum, seam.spans(view, from, to, category.word()));
    } else {
      add(category, sum, List.of(span(view, from, to, category.word(), canonical)));
    }
    return true;
  }

  /// From here on texts are joined ends of texts.
  public void across(Seams joined) {
    seam = joined;
    form = Span.Form.TEXT;
  }

  /// Whether the text that is read is joined from ends of texts.
  boolean isAcross() {
    return seam != null;
  }

  /// The body that is read.
  byte[] body() {
    return body;
  }

  /// Texts are whole again.
  public void endAcross() {
    seam = null;
  }

  private void addAcross(Category category, Sum sum, List<Span> spans) {
    if (!spans.isEmpty() && !covered.overlaps(findings, category, spans)) {
      add(category, sum, spans);
    }
  }

  /// Whether the text that is read is a member's name.
  boolean isName() {
    return form == Span.Form.NAME;
  }

  /// Says of the value taken last that a key calls it a client device's.
  void markDevice() {
    if (!findings.isEmpty()) {
      devices.set(findings.size() - 1);
    }
  }

  /// Takes a composite.
  public void add(Category category, Sum sum, List<Span> spans) {
    if (!seen.isEmpty() && spans.stream().allMatch(span -> seen(category, span))) {
      return;
    }
    findings.add(
        new Finding(
            category, Math.min(sum.points(), 100), Score.set(sum.evidence()), place.get(), spans));
  }

  /// A span at [from, to) of the view.
  public Span span(View view, int from, int to, String word, Text canonical) {
    Text value = view.original(from, to);
    return new Span(
        view.raw(from),
        view.rawEnd(to),
        form,
        word,
        value,
        form == Span.Form.NAME || inCode ? value : canonical);
  }

  /// Whether a finding of the category covers the span. Findings of one text overlap by a few at
  /// most.
  private boolean seen(Category category, Span span) {
    int low = 0;
    int high = seen.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (start(seen.get(middle)) <= span.start()) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    for (int i = low - 1; i >= 0 && i >= low - 8; i--) {
      if (seen.get(i).category() == category && covers(seen.get(i), span)) {
        return true;
      }
    }
    return false;
  }

  private static boolean covers(Finding finding, Span span) {
    return finding.spans().stream()
        .anyMatch(own -> own.start() <= span.start() && own.end() >= span.end());
  }

  private static int start(Finding finding) {
    return finding.spans().getFirst().start();
  }

  /// All findings in the order of their place in the body.
  public List<Finding> inOrder() {
    if (findings.isEmpty()) {
      return List.of();
    }
    stationsEverywhere();
    findings.sort(Comparator.comparingInt(Hits::start));
    return oneForEachSpan();
  }

  /// Of findings of one span that cover the same bytes only the best is right, unless these are a
  /// code, which may hold them all. One that covers more than another hides it only if both are of
  /// one category: others may be treated differently.
  private List<Finding> oneForEachSpan() {
    List<Finding> kept = new ArrayList<>(findings.size());
    for (Finding finding : findings) {
      int same = kept.size() - 1;
      while (same >= 0 && start(kept.get(same)) == start(finding)) {
        if (excludes(kept.get(same), finding)) {
          break;
        }
        same--;
      }
      if (isPart(finding, kept)) {
        continue;
      }
      boolean rival = same >= 0 && start(kept.get(same)) == start(finding);
      if (!rival) {
        kept.add(finding);
      } else if (finding.score() > kept.get(same).score()) {
        kept.set(same, finding);
      }
    }
    return kept;
  }

  /// Whether one of the findings before it, or that begin with it, is of its category and covers it
  /// and more. Of two that begin together the shorter one goes, wherever it stands.
  private static boolean isPart(Finding finding, List<Finding> kept) {
    if (finding.spans().size() > 1) {
      return false;
    }
    Span span = finding.spans().getFirst();
    for (int k = kept.size() - 1; k >= Math.max(0, kept.size() - 4); k--) {
      Finding other = kept.get(k);
      if (other.category() != finding.category() || other.spans().size() > 1) {
        continue;
      }
      Span known = other.spans().getFirst();
      if (known.end() >= span.end() && (known.start() < span.start() || known.end() > span.end())) {
        return true;
      }
      if (known.start() == span.start() && known.end() < span.end()) {
        kept.set(k, finding);
        return true;
      }
    }
    return false;
  }

  private boolean excludes(Finding one, Finding other) {
    Span span = other.spans().getFirst();
    boolean same =
        one.spans().size() == 1
            && other.spans().size() == 1
            && one.spans().getFirst().end() == span.end();
    boolean code = codes.contains((long) span.start() << 32 | span.end());
    return same && (!code || one.category() == other.category() || areCredentials(one, other));
  }

  private static boolean areCredentials(Finding one, Finding other) {
    return isCredential(one) && isCredential(other);
  }

  private static boolean isCredential(Finding finding) {
    return finding.category() == Category.CREDENTIAL_KEY
        || finding.category() == Category.CREDENTIAL_SECRET;
  }

  /// Points and evidence bits of one value.
  public record Sum(int points, int evidence) {}
}
