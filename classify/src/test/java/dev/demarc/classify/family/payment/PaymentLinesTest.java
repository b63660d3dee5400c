package dev.demarc.classify.family.payment;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.demarc.classify.finding.Span;
import dev.demarc.classify.scan.ClassifierSettings;
import dev.demarc.classify.scan.Hits;
import dev.demarc.classify.text.View;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What a reader of payments keeps until the next text, which may be another client's.
class PaymentLinesTest {
  @ParameterizedTest
  @CsvSource({
    "1, '2026-10-03 Rewe\n  Ausgaben:Lebensmittel  45.20 EUR\n  Aktiva:Giro\n'",
    "0, '2026-10-03 Rewe\n  Ausgaben:Lebensmittel  forty\n  Aktiva:Giro\n'",
    "1, 'D01/02/2026\nT-45.20\nPRewe\n^\n'",
    "0, 'D01/02/2026\nT-45.20\nPRewe\n'",
    "1, 'Paid today:\n- 2026-10-03 Ann Lee 12.00 EUR'",
    "0, 'Paid today:\n- 2026-10-03 Ann Lee'",
    "1, 'paid 12.00 EUR to Ann Lee on 2026-10-03'",
    "0, 'paid Ann Lee on 2026-10-03'",
    "1, 'payee: Ann Lee\namount: 12.00 EUR\ndate: 2026-10-03'",
    "0, 'payee: Ann Lee'",
  })
  void nobodys_values_stay_behind(int payments, String text) throws IllegalAccessException {
    Hits hits = new Hits(ClassifierSettings.defaults(), () -> "");
    PaymentLines lines = new PaymentLines(hits);
    byte[] bytes = text.getBytes(UTF_8);
    View view = new View();
    view.slice(bytes, 0, bytes.length, null);
    hits.begin(bytes);
    lines.read(view, 0, bytes.length, true, true);

    assertThat(hits.size()).isEqualTo(payments);
    assertThat(spansKeptBy(lines, hits)).isZero();
  }

  private static int spansKeptBy(Object reader, Object except) throws IllegalAccessException {
    Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    seen.add(except);
    Deque<Object> open = new ArrayDeque<>(Set.of(reader));
    int spans = 0;
    while (!open.isEmpty()) {
      Object next = open.pop();
      if (!seen.add(next)) {
        continue;
      }
      spans += next instanceof Span ? 1 : 0;
      if (next instanceof Collection<?> many) {
        open.addAll(many);
      } else if (next.getClass().getName().startsWith("dev.demarc.")) {
        addFields(next, open);
      }
    }
    return spans;
  }

  private static void addFields(Object owner, Deque<Object> to) throws IllegalAccessException {
    for (Field field : owner.getClass().getDeclaredFields()) {
      boolean held = !Modifier.isStatic(field.getModifiers()) && !field.getType().isPrimitive();
      if (held && field.trySetAccessible()) {
        Optional.ofNullable(field.get(owner)).ifPresent(to::add);
      }
    }
  }
}
