package dev.demarc.classify;

import java.util.Arrays;

/// Finds payment card numbers (ISO/IEC 7812: 12 to 19 digits, an issuer's prefix, Luhn's check
/// digit) among digits and separators.
///
/// One long number in ten passes Luhn by chance, so the checksum alone is never enough: an issuer
/// prefix that goes with the length, a grouping as on the card, or a key must agree.
final class CardNumbers implements Family {
  private static final int SHORTEST = 12;
  private static final int LONGEST = 19;
  private static final Words CARD_WORDS =
      new Words(
          "card",
          "visa",
          "mastercard",
          "amex",
          "unionpay",
          "cvv",
          "cvc",
          "expir",
          "debit",
          "卡",
          "银联");
  private static final Words SERIAL_WORDS =
      new Words(
          "order", "ticket", "track", "trace", "commit", "block", "blk", "serial", "imei", "isbn",
          "订单", "运单", "快递", "单号");

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

  @Override
  public void declare(Triggers triggers) {
    triggers.numbers(SHORTEST, LONGEST, CardNumbers::weigh);
  }

  private static void weigh(Scan s, NumberChain n) {
    Field key = s.key(n.start());
    boolean keyed = key == Field.CARD;
    int grouping = grouping(n);
    if (!keyed && (grouping == IRREGULAR || !n.isFree())) {
      return;
    }
    boolean luhn = passesLuhn(n.digits(), n.count());
    if (!luhn && !(keyed && n.count() > SHORTEST)) {
      return;
    }
    int issuer = issuerWeight(n.digits(), n.count());
    int evidence =
        (luhn ? Score.CHECKSUM : 0)
            | (issuer > 0 ? Score.PREFIX : 0)
            | (grouping == AS_ON_CARDS ? Score.GROUPING : 0);
    int points = (luhn ? 40 : 0) + issuer + (grouping == AS_ON_CARDS ? 15 : 0);
    if (s.allowsNobody() && belongsToNobody(n)) {
      s.reportNobody(n.start(), n.end(), points);
    } else if (keyed) {
      int forKey = Score.FOR_KEY + (luhn ? 0 : 15);
      s.report(Category.PAYMENT_CARD, n.start(), n.end(), points + forKey, evidence | Score.KEY);
    } else {
      int words = key == Field.SERIAL ? -Score.AGAINST : words(s, n.start());
      int told = evidence | (words > 0 ? Score.CONTEXT : 0);
      s.report(Category.PAYMENT_CARD, n.start(), n.end(), points + words, told);
    }
  }

  /// What the nearest telling word before `at` says for or against a card.
  private static int words(Scan s, int at) {
    int card = s.lastBefore(CARD_WORDS, at);
    int serial = s.lastBefore(SERIAL_WORDS, at);
    if (card < 0 && serial < 0) {
      return 0;
    }
    return card > serial ? Score.FOR_CONTEXT : -Score.AGAINST;
  }

  private static int grouping(NumberChain n) {
    int last = n.groups() - 1;
    if (last == 0) {
      return REGULAR;
    }
    int size = n.length(0);
    boolean equal = true;
    for (int k = 0; k < last; k++) {
      equal &= n.length(k) == size;
    }
    int tail = n.length(last);
    if (n.separator() < 0) {
      return IRREGULAR;
    }
    if (last == 2 && size == 4 && n.length(1) == 6) {
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

  /// Whether it is a published test number.
  private static boolean belongsToNobody(NumberChain n) {
    return n.count() <= 18 && Arrays.binarySearch(TEST_CARDS, n.value(0, n.count())) >= 0;
  }
}
