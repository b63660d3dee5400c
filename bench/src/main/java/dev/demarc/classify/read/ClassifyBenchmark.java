package dev.demarc.classify.read;

import dev.demarc.bench.ClassifyCorpus;
import dev.demarc.classify.Classification;
import dev.demarc.classify.Classifier;
import dev.demarc.classify.pseudonym.Pseudonyms;
import dev.demarc.classify.pseudonym.StreamBroken;
import dev.demarc.classify.pseudonym.StreamRestorer;
import dev.demarc.classify.scan.ClassifierSettings;
import dev.demarc.classify.scan.Field;
import dev.demarc.classify.scan.Hits;
import dev.demarc.classify.scan.OperatorRules;
import dev.demarc.classify.scan.Topic;
import dev.demarc.classify.text.Text;
import dev.demarc.classify.text.Unreadable;
import dev.demarc.classify.text.View;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// Time and memory for one text of the corpus, by stage: the passes of the scanner, the whole stage
/// on a chat body, one alternation of regular expressions for the first families, and restoring one
/// event of a stream.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(
    value = 1,
    jvmArgsAppend = {"-XX:+UseSerialGC", "-Xmx512m"})
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 5, time = 2)
public class ClassifyBenchmark {
  private static final int TEXTS = 256;
  private static final Pattern ALTERNATION =
      Pattern.compile(
          "\\b(?:\\d[ -]?){12,18}\\d\\b"
              + "|\\b(?:\\d{1,3}\\.){3}\\d{1,3}\\b"
              + "|\\b(?:[0-9A-Fa-f]{2}[:-]){5}[0-9A-Fa-f]{2}\\b"
              + "|\\b(?:[0-9A-Fa-f]{0,4}:){2,7}[0-9A-Fa-f]{1,4}\\b"
              + "|[\\w.+-]+@[\\w-]+(?:\\.[\\w-]+)+"
              + "|\\bSSID\\s*[:=]\\s*\\S+");

  /// Bytes of a text.
  @Param({"2048", "65536"})
  public int size;

  /// Whether every second text holds values.
  @Param({"false", "true"})
  public boolean planted;

  private List<byte[]> texts = List.of();
  private List<byte[]> bodies = List.of();
  private List<String> strings = List.of();
  private int next;
  private final View view = new View();
  private final Lexicon lexicon = Lexicon.of(OperatorRules.NONE);
  private final Hits hits = new Hits(ClassifierSettings.defaults(), () -> "");
  private final Scanner scanner = new Scanner(ClassifierSettings.defaults(), lexicon, hits);
  private final Classifier classifier = new Classifier(ClassifierSettings.defaults());
  private Pseudonyms pseudonyms = new Pseudonyms(new byte[32]);
  private StreamRestorer stream = pseudonyms.restorer().stream();
  private byte[][] events = {};

  /// Makes the texts and, for the stream, events of which every eighth has a pseudonym.
  @Setup
  public void begin() {
    texts = new ClassifyCorpus(7).texts(TEXTS * 2048 / size, size, planted);
    bodies = ClassifyCorpus.bodies(texts);
    strings = texts.stream().map(text -> new String(text, StandardCharsets.UTF_8)).toList();
    pseudonyms = new Pseudonyms(new byte[32]);
    String code = pseudonyms.pseudonym("CARD", Text.of("1"), Text.of("4929127381726356"));
    stream = pseudonyms.restorer().stream();
    events = new byte[64][];
    for (int k = 0; k < events.length; k++) {
      String delta = planted && k % 8 == 0 ? " " + code + " " : " word" + k;
      events[k] =
          ("data: {\"id\":\"c\",\"object\":\"chat.completion.chunk\",\"created\":1,\"model\":\"m\","
                  + "\"choices\":[{\"index\":0,\"delta\":{\"content\":\""
                  + delta
                  + "\"},\"finish_reason\":null}]}\n\n")
              .getBytes(StandardCharsets.UTF_8);
    }
  }

  private byte[] text() {
    next = (next + 1) % texts.size();
    view.slice(texts.get(next), 0, texts.get(next).length, null);
    return texts.get(next);
  }

  /// The first pass of the scanner.
  @Benchmark
  public int anchors() {
    byte[] text = text();
    hits.begin(text);
    scanner.anchors(view, 0, text.length, Field.NONE, false);
    return hits.size();
  }

  /// The second pass: all declared words.
  @Benchmark
  public boolean words() {
    text();
    scanner.prepare(view);
    return scanner.speaksOf(Topic.PAYING);
  }

  /// All that is done with a chat body, from bytes to findings.
  @Benchmark
  public Classification wholeStage() throws Unreadable {
    next = (next + 1) % bodies.size();
    return classifier.classify(Text.of(bodies.get(next)));
  }

  /// Six families as one regular expression over a decoded text, nothing checked.
  @Benchmark
  public int javaUtilRegex() {
    next = (next + 1) % strings.size();
    Matcher matcher = ALTERNATION.matcher(strings.get(next));
    int found = 0;
    while (matcher.find()) {
      found++;
    }
    return found;
  }

  /// One event of a stream, restored.
  @Benchmark
  public byte[] restoreDelta() throws StreamBroken {
    next = (next + 1) % events.length;
    return stream.feed(events[next]);
  }
}
