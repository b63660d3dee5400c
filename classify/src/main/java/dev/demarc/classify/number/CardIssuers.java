package dev.demarc.classify.number;

import java.util.Arrays;

/// Which leading digits cards of which lengths are issued under (ISO/IEC 7812), and the numbers
/// that are published for tests.
public final class CardIssuers {
  private static final int USUAL = 20;
  private static final int RARE = 10;

  /// Numbers that payment networks and processors publish for tests; nobody's card.
  private static final long[] TEST_CARDS = {
    30569309025904L,
    36227206271667L,
    38520000023237L,
    36070500001020L,
    3530111333300000L,
    3566002020360505L,
    3566111111111113L,
    371449635398431L,
    378282246310005L,
    378734493671000L,
    2222400010000008L,
    2222400030000004L,
    2222400050000009L,
    2222400060000007L,
    2222400070000005L,
    2223003122003222L,
    2223520043560014L,
    4000000000000002L,
    4000000000000069L,
    4000000000000077L,
    4000000000000119L,
    4000000000000127L,
    4000000000000259L,
    4000000000000341L,
    4000000000003220L,
    4000000000009235L,
    4000000000009995L,
    4000002500003155L,
    4000056655665556L,
    4000002760003184L,
    4012888888881881L,
    4111111111111111L,
    4222222222222L,
    4242424242424242L,
    4917610000000000L,
    5105105105105100L,
    5200828282828210L,
    5454545454545454L,
    5555341244441115L,
    5555555555554444L,
    6011000990139424L,
    6011111111111117L,
    6011981111111113L,
    6205500000000000004L,
    6200000000000005L,
    6200000000000047L,
    6250941006528599L,
    6759649826438453L,
    340000000000009L,
    370000000000002L,
    5500000000000004L,
    6011000000000004L,
    30000000000004L,
    3088000000000009L,
    5019717010103742L,
    6304000000000000L,
    5425233430109903L,
    2222420000001113L,
    4263982640269299L,
    4917484589897107L,
    4001919257537193L,
    4007702835532454L,
    6362970000457013L,
    6062826786276634L,
    4012000033330026L,
    4012000077777777L,
    4005519200000004L,
    4009348888881881L,
    4500600000000061L,
    2223000048400011L,
    2223016768739313L,
    371449635392376L,
    343434343434343L,
    3646444444444L,
    6771798021000008L,
    6761000000000006L,
    5895626746595650L,
    4462030000000000L,
    4484070000000000L
  };

  static {
    Arrays.sort(TEST_CARDS);
  }

  private CardIssuers() {}

  /// How much the leading digits speak for an issuer of cards of this length: 20 where the length
  /// is the usual one, 10 where it is a rare one, 0 where no issuer is known.
  public static int weight(byte[] d, int length) {
    int two = d[0] * 10 + d[1];
    int four = two * 100 + d[2] * 10 + d[3];
    boolean usual =
        switch (length) {
          case 16 -> usualOfSixteen(two, four);
          case 15 -> two == 34 || two == 37;
          case 14 -> two == 36 || two == 38 || two == 39 || (four >= 3000 && four <= 3059);
          case 17, 18 -> two == 62;
          case 19 -> two == 62 || four == 9558 || four == 6013 || four == 6058;
          default -> false;
        };
    return usual ? USUAL : isRare(two, four, length) ? RARE : 0;
  }

  private static boolean usualOfSixteen(int two, int four) {
    return two / 10 == 4
        || (two >= 51 && two <= 55)
        || (four >= 2221 && four <= 2720)
        || (four >= 3528 && four <= 3589)
        || (four >= 2200 && four <= 2205)
        || four == 6011
        || two == 62
        || two == 65
        || (four >= 6440 && four <= 6499)
        || four == 9792
        || four == 8600
        || four == 9860
        || two == 81
        || two == 82
        || (two == 60 && four >= 6010)
        || (four >= 5060 && four <= 5099);
  }

  private static boolean isRare(int two, int four, int length) {
    return switch (two) {
      case 36, 38, 39 -> length >= 15;
      case 35 -> length >= 17 && four >= 3528;
      case 22 -> length >= 17 && four <= 2205;
      case 50, 56, 57, 58 -> true;
      default -> two / 10 == 6 || (two / 10 == 4 && (length == 13 || length == 19));
    };
  }

  /// Whether the digits are a published test number, or one made up of a digit said over and over.
  public static boolean isForTests(NumberChain n) {
    int same = 1;
    for (int k = 1; k < n.count(); k++) {
      same = n.digit(k) == n.digit(k - 1) ? same + 1 : 1;
      if (same >= 9) {
        return true;
      }
    }
    // Nineteen digits fit in a long unless the first is a nine.
    boolean fits = n.count() < 19 || (n.count() == 19 && n.digit(0) < 9);
    return fits && Arrays.binarySearch(TEST_CARDS, n.value(0, n.count())) >= 0;
  }
}
