package dev.demarc.classify.family.person;

import dev.demarc.classify.finding.Category;
import dev.demarc.classify.scan.Extent;
import dev.demarc.classify.scan.Family;
import dev.demarc.classify.scan.Family.Link;
import dev.demarc.classify.scan.Field;
import dev.demarc.classify.scan.KeyedValue;
import dev.demarc.classify.scan.Scan;
import dev.demarc.classify.scan.Score;
import dev.demarc.classify.scan.Triggers;
import dev.demarc.classify.text.Bytes;
import dev.demarc.classify.text.Words;

/// Finds values under keys that look like the name of a person in Latin letters, in Hangul or as
/// Japanese writes them. Where the key only says that it is a name, a known given name has to lead,
/// or other fields of a person stand beside it.
public final class NamesUnderKeys implements Family {
  private static final int LONGEST = 48;
  private static final int REACH = 96;

  /// Fields of what is sold or built: a name among them is a product's, as "Aurora Lamp" is.
  private static final Words OF_GOODS =
      new Words("price", "stock", "sku", "version", "qty", "preis", "prix", "precio", "库存");

  private final Extent extent = new Extent();

  @Override
  public void declare(Triggers triggers) {
    keyed(triggers, Field.PERSON, NamesUnderKeys::person);
    keyed(triggers, Field.GIVEN, NamesUnderKeys::part);
    triggers.keyed(Field.WHOM, this::likely);
    triggers.keyed(Field.NAME, this::likely);
    triggers.keyed(Field.PAYEE, this::likely);
  }

  private static void keyed(Triggers triggers, Field field, KeyedValue.Check check) {
    triggers.keyed(field, new KeyedValue(Category.PERSON_NAME, Extent.Take.TEXT, LONGEST, check));
  }

  /// A full name, of whoever it is.
  private static int person(byte[] b, int from, int to, Link link) {
    if (link == Link.SENTENCE) {
      return 0;
    }
    int count = LatinName.parts(b, from, to);
    boolean one =
        count == 1
            && to - from > 2
            && (LatinName.isGiven(b, from, to) || !LatinName.isShout(b, from, to));
    return count >= 2 || one || isEastern(b, from, to) ? 80 : 0;
  }

  private static int part(byte[] b, int from, int to, Link link) {
    int count = LatinName.parts(b, from, to);
    boolean name = count >= 1 && count <= 2 && LatinName.isCapital(b, from);
    return name && link != Link.SENTENCE ? 75 : 0;
  }

  private int likely(Scan s, Field key, int at, Link link) {
    byte[] b = s.bytes();
    boolean there =
        link != Link.SENTENCE
            && extent.read(b, s.from(), at, s.to(), link, Extent.Take.TEXT, LONGEST);
    if (!there || (link != Link.WHOLE && extent.end() - extent.start() > 4 * LONGEST)) {
      return -1;
    }
    extent.endBefore(b, " / ");
    int from = extent.start();
    int to = extent.end();
    int count = LatinName.parts(b, from, to);
    boolean eastern = count == 0 && isEastern(b, from, to);
    if (!(eastern || count >= 1) || !(eastern || LatinName.isCapital(b, from))) {
      return -1;
    }
    boolean known = count >= 2 && isLed(b, from, to);
    boolean full = count >= 2 || eastern || key == Field.NAME;
    boolean goods = known && key == Field.NAME && s.nearWhole(OF_GOODS, from, REACH);
    boolean beside = full && s.isBesidePerson(from, to, link == Link.WHOLE);
    boolean name = (known && !goods) || beside;
    return name && s.reportAsSpelled(Category.PERSON_NAME, from, to, known ? 75 : 70, Score.KEY)
        ? to
        : -1;
  }

  /// Whether a known given name stands first, or after the surname and a comma.
  private static boolean isLed(byte[] b, int from, int to) {
    int stop = LatinName.wordEnd(b, from, to);
    int second = stop + 2;
    boolean comma = stop < to && b[stop] == ',' && second < to;
    return LatinName.isGiven(b, from, stop)
        || (comma && LatinName.isGiven(b, second, LatinName.wordEnd(b, second, to)));
  }

  /// Whether these are two to five syllables of Hangul, or a Japanese surname and given name with a
  /// blank between them.
  private static boolean isEastern(byte[] b, int from, int to) {
    int hangul = 0;
    int others = 0;
    int blanks = 0;
    int i = from;
    while (i < to) {
      int lead = b[i] & 0xFF;
      if (b[i] == ' ' && i > from) {
        blanks++;
        i++;
      } else if (lead >= 0xE3 && lead <= 0xED && i + 3 <= to) {
        boolean syllable = lead >= 0xEA && !(lead == 0xEA && (b[i + 1] & 0xFF) < 0xB0);
        hangul += syllable ? 1 : 0;
        others += syllable ? 0 : 1;
        i += 3;
      } else {
        return false;
      }
    }
    boolean korean = others == 0 && hangul >= 2 && hangul <= 5 && blanks <= 1;
    boolean japanese = hangul == 0 && blanks == 1 && others >= 3 && others <= 8;
    return korean || (japanese && Bytes.find(b, from, to, ' ') - from <= 12);
  }
}
