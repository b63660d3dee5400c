package dev.demarc.classify.pseudonym;

import dev.demarc.classify.Classification;
import dev.demarc.classify.finding.Category;
import dev.demarc.classify.finding.Finding;
import dev.demarc.classify.finding.Span;
import dev.demarc.classify.finding.Treatment;
import dev.demarc.classify.text.Bytes;
import dev.demarc.classify.text.JsonSyntax;
import dev.demarc.classify.text.Splice;
import dev.demarc.classify.text.Splices;
import dev.demarc.classify.text.Text;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// Takes findings out of a body by splicing its bytes: redacted for good, or with a reversible
/// stand-in. Every byte outside the findings stays as it was, and the JSON keeps its types: a
/// number becomes the number 0.
///
/// Where findings overlap, their whole union gets the strictest treatment among them. A stand-in
/// covers a union only where one finding covers all of it, for otherwise no single value could be
/// put back.
public final class Transform {
  private static final byte[] ZERO = {'0'};

  private Transform() {}

  /// The body after `treatments`, which name every category found: a missing one is a fault of the
  /// caller, never a pass.
  public static Transformed apply(
      Text body, Classification c, Map<Category, Treatment> treatments, StandIn standIn) {
    return apply(body, c, treatments, standIn, List.of());
  }

  /// As above, together with splices that replace whole members, such as `model`; findings inside
  /// those are gone with the member.
  public static Transformed apply(
      Text body,
      Classification c,
      Map<Category, Treatment> treatments,
      StandIn standIn,
      List<Splice> members) {
    List<Piece> pieces = pieces(c, treatments, members);
    Names names = new Names(body);
    SortedMap<Category, Integer> redacted = new TreeMap<>();
    SortedMap<Category, Integer> pseudonymised = new TreeMap<>();
    boolean[] restorable = new boolean[c.findings().size()];
    List<Splice> splices = new ArrayList<>(members);
    for (List<Piece> union : unions(pieces)) {
      splices.add(splice(union, names, standIn, restorable));
    }
    splices.sort(Comparator.comparingInt(Splice::start));
    List<Splice> literals = LookAlikes.outside(splices, body, standIn);
    if (splices.addAll(literals)) {
      splices.sort(Comparator.comparingInt(Splice::start));
    }
    count(c, treatments, restorable, redacted, pseudonymised);
    Text after = Splices.apply(body, splices);
    requireJson(after, splices);
    return new Transformed(after, redacted, pseudonymised);
  }

  private record Piece(Span span, Treatment treatment, int finding) {
    boolean covers(int start, int end) {
      return span.start() <= start && span.end() >= end;
    }
  }

  private static List<Piece> pieces(
      Classification c, Map<Category, Treatment> treatments, List<Splice> members) {
    List<Piece> pieces = new ArrayList<>();
    for (int i = 0; i < c.findings().size(); i++) {
      Finding finding = c.findings().get(i);
      Treatment treatment = treatment(treatments, finding.category());
      if (treatment == Treatment.PASS) {
        continue;
      }
      for (Span span : finding.spans()) {
        if (members.stream().noneMatch(m -> m.start() <= span.start() && m.end() >= span.end())) {
          pieces.add(new Piece(span, treatment, i));
        }
      }
    }
    pieces.sort(Comparator.comparingInt(piece -> piece.span().start()));
    return pieces;
  }

  private static Treatment treatment(Map<Category, Treatment> treatments, Category category) {
    Treatment treatment = treatments.get(category);
    if (treatment == null) {
      throw new IllegalArgumentException("no treatment for " + category.id());
    }
    // Nobody could read a stand-in for content we cannot see into, nor put it back.
    boolean opaque = category == Category.OPAQUE && treatment == Treatment.PSEUDONYMISE;
    return opaque ? Treatment.REDACT : treatment;
  }

  private static List<List<Piece>> unions(List<Piece> sorted) {
    List<List<Piece>> unions = new ArrayList<>();
    int end = 0;
    for (Piece piece : sorted) {
      if (unions.isEmpty() || piece.span().start() >= end) {
        unions.add(new ArrayList<>());
      }
      unions.getLast().add(piece);
      end = Math.max(end, piece.span().end());
    }
    return unions;
  }

  private static Splice splice(
      List<Piece> union, Names names, StandIn standIn, boolean[] restorable) {
    int start = union.getFirst().span().start();
    int end = union.stream().mapToInt(piece -> piece.span().end()).max().orElseThrow();
    Treatment strictest =
        union.stream().map(Piece::treatment).max(Comparator.naturalOrder()).orElseThrow();
    Piece widest = widest(union, strictest);
    Span span = widest.span();
    boolean single = widest.covers(start, end);
    if (span.form() == Span.Form.NUMBER && single) {
      return new Splice(start, end, ZERO);
    }
    if (strictest == Treatment.PSEUDONYMISE && single) {
      restorable[widest.finding()] = true;
      return new Splice(start, end, ascii(standIn.of(span.word(), span.canonical(), span.value())));
    }
    return new Splice(start, end, ascii(names.redacted(span)));
  }

  private static Piece widest(List<Piece> union, Treatment treatment) {
    return union.stream()
        .filter(piece -> piece.treatment() == treatment)
        .max(Comparator.comparingInt(piece -> piece.span().end() - piece.span().start()))
        .orElseThrow();
  }

  private static byte[] ascii(String replacement) {
    for (int i = 0; i < replacement.length(); i++) {
      char c = replacement.charAt(i);
      if (!(c >= 'A' && c <= 'Z') && !(c >= '0' && c <= '9') && c != '_') {
        throw new IllegalStateException("a stand-in of other characters than [A-Z0-9_]");
      }
    }
    return replacement.getBytes(StandardCharsets.US_ASCII);
  }

  private static void count(
      Classification c,
      Map<Category, Treatment> treatments,
      boolean[] restorable,
      SortedMap<Category, Integer> redacted,
      SortedMap<Category, Integer> pseudonymised) {
    for (int i = 0; i < restorable.length; i++) {
      Category category = c.findings().get(i).category();
      if (treatment(treatments, category) != Treatment.PASS) {
        (restorable[i] ? pseudonymised : redacted).merge(category, 1, Integer::sum);
      }
    }
  }

  private static void requireJson(Text after, List<Splice> splices) {
    if (!splices.isEmpty() && !JsonSyntax.isContainer(after.bytes(), 0, after.length())) {
      throw new IllegalStateException("the transformed body is not JSON");
    }
  }

  /// Words that stand for what was redacted. In a member name the word gets a number, so that two
  /// names of one object never become the same.
  private static final class Names {
    private static final String REDACTED = "REDACTED_";
    private final Text body;
    private int next = -1;

    Names(Text body) {
      this.body = body;
    }

    String redacted(Span span) {
      String word = REDACTED + span.word();
      return span.form() == Span.Form.NAME ? word + "_" + number() : word;
    }

    private int number() {
      if (next < 0) {
        next = 1 + highestInUse(body.bytes());
      }
      return next++;
    }

    /// The highest number that a word of this form has in the body already, from an earlier turn.
    private static int highestInUse(byte[] b) {
      int highest = 0;
      for (int i = Bytes.find(b, 0, b.length, 'R');
          i < b.length;
          i = Bytes.find(b, i + 1, b.length, 'R')) {
        if (Bytes.at(b, i, b.length, "redacted_")) {
          highest = Math.max(highest, numberAfterWord(b, i + REDACTED.length()));
        }
      }
      return highest;
    }

    private static int numberAfterWord(byte[] b, int from) {
      int i = from;
      while (i < b.length && Bytes.letter(b[i])) {
        i++;
      }
      int number = 0;
      for (i++; i < b.length && Bytes.digit(b[i]) && number < 100_000_000; i++) {
        number = number * 10 + b[i] - '0';
      }
      return number;
    }
  }
}
