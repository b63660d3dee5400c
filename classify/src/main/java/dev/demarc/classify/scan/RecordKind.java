package dev.demarc.classify.scan;

import dev.demarc.classify.finding.Category;
import dev.demarc.classify.number.Degrees;
import dev.demarc.classify.text.Bytes;
import dev.demarc.classify.text.WordSet;

/// A kind of record: values of one object, row or line that mean something only together. What is
/// one is said here in full; walking and reading tables know no kind by name.
public enum RecordKind {
  /// At least three of amount, currency, payee, date, reference and account; whatever else of the
  /// record was gathered with them belongs to it.
  PAYMENT(Category.PAYMENT_TRANSACTION, 3, 50) {
    @Override
    public int sign(Field field) {
      return switch (field) {
        case AMOUNT -> AN_AMOUNT;
        case CURRENCY -> A_CURRENCY;
        case PAYEE -> A_PAYEE;
        case DATE -> A_DATE;
        case REFERENCE -> A_REFERENCE;
        case ACCOUNT, CARD -> AN_ACCOUNT;
        case GOODS -> ARE_GOODS;
        default -> 0;
      };
    }

    // What a price list says of goods is no payment, unless a payment's own number or everything
    // else of it stands beside.
    @Override
    boolean isWhole(int signs) {
      boolean goods = (signs & ARE_GOODS) != 0;
      int all = AN_AMOUNT | A_PAYEE | A_DATE;
      boolean sold = (signs & (A_REFERENCE | AN_ACCOUNT)) != 0 || (signs & all) == all;
      return super.isWhole(signs) && (!goods || sold);
    }

    @Override
    public boolean belongs(Field field) {
      return switch (field) {
        case GOODS -> false;
        case BALANCE, MEMO -> true;
        default -> sign(field) != 0;
      };
    }

    @Override
    public boolean takes(byte[] b, int from, int to) {
      return !Row.saysNothing(b, from, to)
          && "_{[<".indexOf(b[from]) < 0
          && !TYPES.has(b, from, to);
    }
  },
  /// A latitude and a longitude precise enough for 28 CFR 202.242.
  PLACE(Category.PRECISE_LOCATION, 2, 70) {
    @Override
    public int sign(Field field) {
      return field == Field.LATITUDE ? 1 : field == Field.LONGITUDE ? 2 : 0;
    }

    @Override
    public boolean belongs(Field field) {
      return sign(field) != 0 || field == Field.COORDINATES;
    }

    @Override
    public boolean takes(byte[] b, int from, int to) {
      return Degrees.isPreciseAngle(b, from, to);
    }
  },
  /// An address of a network, the hardware address it was given to, and a time of the lease.
  LEASE(Category.NETWORK_LEASE, 3, 50) {
    @Override
    public int sign(Field field) {
      return switch (field) {
        case IP -> 1;
        case MAC, DEVICE_MAC -> 2;
        case LEASE_TIME -> 4;
        default -> 0;
      };
    }

    @Override
    public boolean belongs(Field field) {
      return sign(field) != 0 || field == Field.HOST || field == Field.DEVICE_NAME;
    }
  },
  /// What was measured of a body: a template as one text, or as a list of numbers.
  BIOMETRICS(Category.BIOMETRIC_HINT, 1, 70) {
    @Override
    public int sign(Field field) {
      return field == Field.BIOMETRIC ? 1 : 0;
    }

    @Override
    public boolean belongs(Field field) {
      return field == Field.BIOMETRIC;
    }

    @Override
    public boolean takes(byte[] b, int from, int to) {
      return isTemplate(b, from, to);
    }
  };

  // The signs of a payment.
  private static final int AN_AMOUNT = 1;
  private static final int A_CURRENCY = 2;
  private static final int A_PAYEE = 4;
  private static final int A_DATE = 8;
  private static final int A_REFERENCE = 16;
  private static final int AN_ACCOUNT = 32;

  /// Signs that count; another only says what these mean.
  private static final int COUNTED = 63;

  private static final int ARE_GOODS = 64;

  /// What stands for a value in a description of data.
  private static final WordSet TYPES =
      WordSet.of(
          "string number integer boolean float double decimal date datetime object array null none"
              + " timestamp string; number; date; text int bool undefined");

  private final Category category;
  private final int enough;
  private final int points;

  /// A record of this category is one from `enough` kinds of signs on, and scores `points` and ten
  /// for each.
  RecordKind(Category category, int enough, int points) {
    this.category = category;
    this.enough = enough;
    this.points = points;
  }

  /// One bit for each kind of field that is a sign of such a record, or 0.
  public abstract int sign(Field field);

  /// Whether the field is part of such a record, sign of one or not.
  public abstract boolean belongs(Field field);

  /// Whether the value [from, to) under such a field can be part of a record.
  public boolean takes(byte[] b, int from, int to) {
    return to > from;
  }

  public Category category() {
    return category;
  }

  /// Whether such a record is pointed at from its first field to its last, even where each has a
  /// name of its own. Two coordinates with names are two values, whatever stands between them.
  boolean isOneStretch() {
    return this != PLACE;
  }

  /// How many of the signs count.
  static int count(int signs) {
    return Integer.bitCount(signs & COUNTED);
  }

  /// Whether these signs make a record.
  boolean isWhole(int signs) {
    return count(signs) >= enough;
  }

  int points(int signs) {
    return points + 10 * Math.max(enough, signs);
  }

  /// Whether the value under a biometric key is something that was measured: long or a number.
  public static boolean isTemplate(byte[] b, int from, int to) {
    boolean number = to > from && (Bytes.digit(b[from]) || b[from] == '-');
    int decimals = 0;
    int hex = 0;
    for (int i = from; i < to; i++) {
      if (b[i] == ' ' && !number) {
        return false;
      }
      decimals += b[i] == '.' || b[i] == ',' ? 1 : 0;
      hex += Bytes.hex(b[i]) >= 0 || b[i] == ':' ? 1 : 0;
    }
    boolean sequence = number && decimals > 0;
    boolean hash = hex == to - from && (to - from == 32 || to - from == 40 || to - from >= 59);
    return sequence || (to - from >= 16 && !hash && !Bytes.at(b, from, to, "sha"));
  }
}
