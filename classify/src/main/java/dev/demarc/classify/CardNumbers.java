package dev.demarc.classify;

import java.util.Arrays;

/// Finds payment card numbers (ISO/IEC 7812: 12 to 19 digits, an issuer's prefix, Luhn's check
/// digit) among digits and separators.
///
/// One long number in ten passes Luhn by chance, so the checksum alone is never enough: an issuer
/// prefix that goes with the length, a grouping as on the card, or a key must agree.
final class CardNumbers {
  private static final int SHORTEST = 12;
  private static final int LONGEST = 19;
  private static final int MOST_GROUPS = 24;

  // How digits are grouped.
  private static final int IRREGULAR = 0;
  private static final int REGULAR = 1;
  private static final int AS_ON_CARDS = 2;

  /// Numbers that payment networks and processors publish for tests; nobody's card.
  private static final long[] TEST_CARDS = {
    30569309025904L, 36227206271667L, 38520000023237L, 36070500001020L, 3530111333300000L,
    3566002020360505L, 3566111111111113L, 371449635398431L, 378282246310005L, 378734493671000L,
    2222400010000008L, 2222400030000004L, 2222400050000009L, 2222400060000007L, 2222400070000005L,
    2223003122003222L, 2223520043560014L, 4000000000000002L, 4000000000000069L, 4000000000000077L,
    4000000000000119L, 4000000000000127L, 4000000000000259L, 4000000000000341L, 4000000000003220L,
    4000000000009235L, 4000000000009995L, 4000002500003155L, 4000056655665556L, 4000002760003184L,
    4012888888881881L, 4111111111111111L, 4222222222222L, 4242424242424242L, 4917610000000000L,
    5105105105105100L, 5200828282828210L, 5454545454545454L, 5555341244441115L, 5555555555554444L,
    6011000990139424L, 6011111111111117L, 6011981111111113L, 6205500000000000004L,
        6200000000000005L,
    6200000000000047L, 6250941006528599L, 6759649826438453L, 340000000000009L, 370000000000002L,
    5500000000000004L, 6011000000000004L, 30000000000004L, 3088000000000009L, 5019717010103742L,
    6304000000000000L, 5425233430109903L, 2222420000001113L, 4263982640269299L, 4917484589897107L,
    4001919257537193L, 4007702835532454L, 6362970000457013L, 6062826786276634L
  };

  static {
    Arrays.sort(TEST_CARDS);
  }

  private final int[] groupStart = new int[MOST_GROUPS];
  private final int[] groupEnd = new int[MOST_GROUPS];
  private final byte[] digits = new byte[LONGEST];
  private int groups;
  private int start;
  private int end;
  private int length;
  private int score;
  private int evidence;

  /// Whether enough digits for a card number start at `at`, separators between them.
  boolean candidate(byte[] b, int at, int to) {
    split(b, at, to);
    int total = 0;
    for (int k = 0; k < groups; k++) {
      total += groupEnd[k] - groupStart[k];
    }
    return total >= SHORTEST;
  }

  /// Whether a card number stands among the digits of the last candidate; `keyed` says that a key
  /// names it one, which lets it pass without checksum.
  boolean find(byte[] b, boolean keyed) {
    score = 0;
    int total = 0;
    for (int last = 0; last < groups; last++) {
      total += groupEnd[last] - groupStart[last];
      if (total > LONGEST) {
        break;
      }
      if (total >= SHORTEST && (last == groups - 1 || b[groupEnd[last]] == ' ')) {
        weigh(b, last, total, keyed);
      }
    }
    if (score == 0) {
      return false;
    }
    gather(b, start, end);
    return true;
  }

  private void split(byte[] b, int at, int to) {
    groups = 0;
    int i = at;
    while (groups < MOST_GROUPS) {
      groupStart[groups] = i;
      while (i < to && Bytes.digit(b[i])) {
        i++;
      }
      groupEnd[groups++] = i;
      int next = i;
      while (next < to && next - i < 3 && isSeparator(b[next])) {
        next++;
      }
      if (next == i || next >= to || !Bytes.digit(b[next])) {
        break;
      }
      i = next;
    }
    if (groupEnd[groups - 1] < to && gluedTo(b, groupEnd[groups - 1])) {
      groups--;
    }
  }

  private static boolean isSeparator(byte c) {
    return c == ' ' || c == '-' || c == '.' || c == '_';
  }

  /// A number that a letter follows is part of something else.
  private static boolean gluedTo(byte[] b, int i) {
    return Bytes.letter(b[i]) || b[i] == '_';
  }

  private void weigh(byte[] b, int last, int total, boolean keyed) {
    int grouping = grouping(b, last);
    if (grouping == IRREGULAR && !keyed) {
      return;
    }
    gather(b, groupStart[0], groupEnd[last]);
    boolean luhn = passesLuhn(digits, total);
    int issuer = issuerWeight(digits, total);
    int bits = 0;
    int sum = 0;
    if (luhn) {
      bits |= Score.CHECKSUM;
      sum += 40;
    }
    if (issuer > 0) {
      bits |= Score.PREFIX;
      sum += issuer;
    }
    if (grouping == AS_ON_CARDS) {
      bits |= Score.GROUPING;
      sum += 15;
    }
    boolean plausible = luhn || (keyed && total > SHORTEST);
    if (plausible && sum + 1 >= score) {
      score = sum + 1;
      evidence = bits;
      start = groupStart[0];
      end = groupEnd[last];
    }
  }

  private void gather(byte[] b, int from, int to) {
    length = 0;
    for (int i = from; i < to; i++) {
      if (Bytes.digit(b[i])) {
        digits[length++] = (byte) (b[i] - '0');
      }
    }
  }

  private int grouping(byte[] b, int last) {
    if (last == 0) {
      return REGULAR;
    }
    int size = groupEnd[0] - groupStart[0];
    boolean equal = true;
    boolean sameSeparator = true;
    for (int k = 0; k < last; k++) {
      equal &= groupEnd[k] - groupStart[k] == size;
      sameSeparator &= b[groupEnd[k]] == b[groupEnd[0]];
    }
    int tail = groupEnd[last] - groupStart[last];
    if (!sameSeparator) {
      return IRREGULAR;
    }
    if (last == 2 && size == 4 && groupEnd[1] - groupStart[1] == 6) {
      return tail == 5 || tail == 4 ? AS_ON_CARDS : IRREGULAR;
    }
    if (!equal || tail > size) {
      return size == 6 && last == 1 ? REGULAR : IRREGULAR;
    }
    if (size == 4) {
      // A short last group may as well be the number after the card.
      return tail >= 3 ? AS_ON_CARDS : REGULAR;
    }
    return size > 2 && size < 8 ? REGULAR : IRREGULAR;
  }

  static boolean passesLuhn(byte[] digits, int length) {
    int sum = 0;
    boolean twice = false;
    for (int i = length - 1; i >= 0; i--) {
      int digit = digits[i];
      if (twice) {
        digit = digit > 4 ? digit * 2 - 9 : digit * 2;
      }
      sum += digit;
      twice = !twice;
    }
    return sum % 10 == 0 && length > 0;
  }

  /// How much the leading digits speak for an issuer of cards of this length: 20 where the length
  /// is the usual one, 10 where it is a rare one, 0 where no issuer is known.
  private static int issuerWeight(byte[] d, int length) {
    int two = d[0] * 10 + d[1];
    int four = two * 100 + d[2] * 10 + d[3];
    boolean usual =
        switch (length) {
          case 16 ->
              d[0] == 4
                  || (two >= 51 && two <= 55)
                  || (four >= 2221 && four <= 2720)
                  || (four >= 3528 && four <= 3589)
                  || (four >= 2200 && four <= 2204)
                  || four == 6011
                  || two == 62
                  || two == 65
                  || (four >= 6440 && four <= 6499)
                  || four == 9792
                  || two == 81
                  || (two == 60 && d[2] != 0)
                  || (four >= 5080 && four <= 5089);
          case 15 -> two == 34 || two == 37;
          case 14 -> two == 36 || two == 38 || two == 39 || (four >= 3000 && four <= 3059);
          case 17, 18, 19 -> two == 62;
          default -> false;
        };
    if (usual) {
      return 20;
    }
    boolean rare =
        (d[0] == 4 && (length == 13 || length == 19))
            || (d[0] == 6 && length >= 12)
            || two == 50
            || (two >= 56 && two <= 58);
    return rare ? 10 : 0;
  }

  /// Whether the last number found is a published test number.
  boolean belongsToNobody() {
    return Arrays.binarySearch(TEST_CARDS, number()) >= 0;
  }

  private long number() {
    long number = 0;
    for (int i = 0; i < length; i++) {
      number = number * 10 + digits[i];
    }
    return number;
  }

  int start() {
    return start;
  }

  int end() {
    return end;
  }

  /// Weight of checksum, prefix and grouping.
  int score() {
    return score - 1;
  }

  int evidence() {
    return evidence;
  }

  /// Whether the issuer is UnionPay, some of whose debit cards do not follow Luhn.
  boolean isUnionPay() {
    return digits[0] == 6 && digits[1] == 2 && length >= 16;
  }

  /// The one spelling of the last number: its digits.
  Text canonical() {
    byte[] spelled = new byte[length];
    for (int i = 0; i < length; i++) {
      spelled[i] = (byte) (digits[i] + '0');
    }
    return Text.of(spelled);
  }
}
