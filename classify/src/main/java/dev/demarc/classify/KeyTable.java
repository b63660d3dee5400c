package dev.demarc.classify;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Names of fields in English, Chinese and pinyin, and what they say about their values. One table
/// for JSON keys, columns, `key: value`, `key=value` and query strings.
///
/// A key is compared without case and separators, by its last words: `customer_ipAddress` ends in
/// the words *ip address*. A Chinese character is a word. The longest known ending decides, so an
/// exception such as 会员卡号 (membership number) wins over 卡号 (card number).
final class KeyTable {
  private static final int LONGEST = 64;
  private static final int SIZE = 2048;
  private static final byte[] @Nullable [] KEYS = new byte[SIZE][];
  private static final Field[] FIELDS = new Field[SIZE];

  static {
    Arrays.fill(FIELDS, Field.NONE);
    put(
        Field.CARD,
        """
        card cardnumber cardno cardnum cardpan pan primaryaccountnumber paymentcard paymentcardnumber
        creditcard creditcardnumber creditcardno debitcard debitcardnumber debitcardno bankcard
        bankcardnumber bankcardno ccnumber ccnum ccno visa mastercard amex unionpay
        卡号 卡號 银行卡 银行卡号 銀行卡號 信用卡 信用卡号 信用卡號 借记卡 借记卡号 储蓄卡 储蓄卡号 银联卡 银联卡号
        kahao yinhangka yinhangkahao xinyongka xinyongkahao yhk yhkh xykh
        """);
    put(
        Field.IP,
        """
        ip ipaddress ipaddr ipv4 ipv6 ipv4address ipv6address clientip remoteip remoteaddr remoteaddress
        realip forwardedfor ip地址 网络地址 inet inet6 gateway defaultgateway 网关
        """);
    put(
        Field.MAC,
        """
        mac macaddress macaddr hwaddr hwaddress hardwareaddress physicaladdress ether lladdr
        ethernetaddress mac地址 物理地址 网卡地址 macdizhi
        """);
    put(
        Field.DEVICE_MAC,
        """
        clientmac clientmacaddress stamac stationmac stationmacaddress devicemac devicemacaddress
        phonemac wifimac wifimacaddress wlanmac wlanmacaddress ownmac ownmacaddress ownaddress
        permaddr permanentaddress 本机mac 本机mac地址 设备mac 设备mac地址 手机mac 终端mac 终端mac地址
        """);
    put(
        Field.BSSID,
        """
        bssid apbssid apmac apmacaddress accesspointmac accesspointmacaddress routermac
        routermacaddress bss 热点mac 热点mac地址 路由器mac 路由器mac地址 接入点mac
        """);
    put(
        Field.SSID,
        """
        ssid essid ssidname wifiname wifissid wlanname wlanssid wirelessname wirelessnetwork wifinetwork
        wifinetworkname wirelessnetworkname networkssid apname accesspointname hotspotname alluserprofile
        无线名称 无线网络名称 无线网络 无线名 wifi名称 wifi名 热点名称 热点名 无线局域网名称
        wuxianmingcheng wifimingcheng redianmingcheng
        """);
    put(
        Field.EMAIL,
        """
        email emailaddress emailaddr mail mailaddress 邮箱 电子邮箱 邮箱地址 电子邮件 电子邮件地址 邮件地址 郵箱 電子郵件
        youxiang dianziyouxiang
        """);
    put(
        Field.AMOUNT,
        """
        amount amt totalamount transactionamount txnamount paymentamount amountusd amounteur
        amountgbp amountcny amountrmb amountcents amountminor debit credit debitamount creditamount
        withdrawal deposit paidin paidout moneyin moneyout spent charged
        金额 金額 金额元 交易金额 支付金额 付款金额 收款金额 消费金额 转账金额 订单金额 收入 支出 收入金额 支出金额
        借方金额 贷方金额 借方发生额 贷方发生额 发生额 实付金额 jine jiaoyijine zhifujine fukuanjine
        """);
    put(Field.CURRENCY, "currency ccy cur currencycode iso4217 币种 幣種 货币 貨幣 交易币种 bizhong huobi");
    put(
        Field.PAYEE,
        """
        payee payeename merchant merchantname recipientname beneficiary beneficiaryname creditor
        creditorname counterparty counterpartyname payer payername debtor debtorname paidto seller
        sellername recipient 收款人 收款方 收款人姓名 收款人名称 收款户名 商户 商户名称 商户名 商家 交易对方 交易对手
        对方户名 对方名称 对方姓名 付款人 付款方 付款人姓名 对方 收款單位 收款单位 shoukuanren shoukuanfang skr skf
        shanghu shanghumingcheng jiaoyiduifang duifanghuming
        """);
    put(
        Field.DATE,
        """
        date datetime time timestamp transactiondate txndate bookingdate valuedate postingdate posteddate
        paymentdate paydate transactiontime txntime paymenttime paidat bookedat postedat
        日期 时间 時間 交易日期 交易时间 交易時間 支付时间 付款时间 付款日期 转账时间 记账日期 记账时间 入账日期 入账时间 消费时间
        riqi shijian jiaoyiriqi jiaoyishijian zhifushijian jysj jyrq
        """);
    put(
        Field.REFERENCE,
        """
        reference ref referencenumber referenceno refno refnum paymentreference paymentid transactionid
        transactionno transactionnumber transactionreference txnid txid txnref endtoendid
        流水号 流水號 交易流水号 交易流水 交易号 交易单号 交易编号 参考号 凭证号 商户单号 liushuihao jiaoyiliushuihao lsh
        jiaoyidanhao jiaoyihao
        """);
    put(
        Field.ACCOUNT,
        """
        account accountnumber accountno accountnum acct acctno acctnumber acctnum iban bankaccount
        bankaccountnumber fromaccount toaccount debitaccount creditaccount
        账号 账户 帐号 帐户 賬號 银行账号 银行账户 收款账号 收款账户 付款账号 付款账户 对方账号 对方账户 交易账号
        zhanghao zhanghu yinhangzhanghao
        """);
    put(
        Field.BALANCE,
        "balance total subtotal runningbalance availablebalance closingbalance balanceafter 余额 账户余额"
            + " 餘額 yue");
    put(
        Field.MEMO,
        """
        memo description desc details narrative narration note notes remark remarks purpose comment
        comments particulars category mcc 备注 備註 附言 摘要 用途 说明 商品 商品说明 商品名称 交易类型 交易分类 交易摘要
        beizhu zhaiyao fuyan yongtu paymentmethod 支付方式 付款方式 收付款方式
        """);
    put(
        Field.WIFI,
        """
        wifi wlan wireless accesspoint ap rssi wifiscan wifinetworks wifilist scanresults 无线 热点
        接入点 信号强度
        """);
    put(Field.VALUE, "value val text content raw number address");
    put(Field.SAMPLE, "default const example enum literal");
    put(Field.NAME, "name fullname displayname label title 姓名 名称");
    put(
        Field.VERSION,
        """
        version ver build release revision firmware firmwareversion appversion osversion softwareversion
        oid 版本 版本号 固件版本 banben banbenhao
        """);
    put(
        Field.SERIAL,
        """
        orderid orderno ordernumber order traceid requestid spanid trackingnumber trackingno trackingid
        ticket ticketid ticketno ticketnumber blockid block blk commit hash nonce seed epoch serial
        serialnumber serialno sn imei isbn ean upc sku messageid buildid jobid
        订单号 订单编号 订单 運單號 运单号 快递单号 物流单号 单号 序列号 工单号 dingdanhao danhao yundanhao
        """);
    put(
        Field.NONE,
        """
        会员卡号 门禁卡号 手机卡号 电话卡号 sim卡号 校园卡号 公交卡号 社保卡号 就诊卡号 simcard idcard giftcard
        businesscard scorecard wildcard ssidhidden expirydate expirationdate birthdate dateofbirth
        出生日期 有效期 有效日期 生日日期 updatetime uptime runtime servicetime
        """);
  }

  private KeyTable() {}

  /// What the key in [from, to) says about its value.
  static Field of(byte[] b, int from, int to) {
    int end = to;
    while (end > from && separator(b[end - 1])) {
      end--;
    }
    if (end == from) {
      return Field.NONE;
    }
    Field field = longestEnding(b, from, end);
    if (field != Field.NONE) {
      return field;
    }
    int bare = end;
    while (bare > from && (Bytes.digit(b[bare - 1]) || separator(b[bare - 1]))) {
      bare--;
    }
    if (bare == end && Bytes.lower(b[end - 1]) == 's') {
      bare--;
    }
    return bare < end && bare > from ? longestEnding(b, from, bare) : Field.NONE;
  }

  private static Field longestEnding(byte[] b, int from, int to) {
    int hash = 0;
    int length = 0;
    Field best = Field.NONE;
    for (int i = to - 1; i >= from && length < LONGEST; i--) {
      byte c = b[i];
      if (separator(c)) {
        continue;
      }
      hash = hash * 31 + Bytes.lower(c);
      length++;
      if (startsWord(b, i, from, to)) {
        int slot = slot(hash, b, i, to, length);
        if (KEYS[slot] != null) {
          best = FIELDS[slot];
        }
      }
    }
    return best;
  }

  /// Whether a byte only separates words of a key.
  private static boolean separator(byte c) {
    return c >= 0 && !Bytes.alphanumeric(c);
  }

  private static boolean startsWord(byte[] b, int i, int from, int to) {
    byte c = b[i];
    if (i == from || (c & 0xFF) >= 0xE0) {
      return (c & 0xC0) != 0x80;
    }
    byte before = b[i - 1];
    if (c < 0) {
      return (c & 0xC0) != 0x80 && separator(before);
    }
    if (before < 0 || separator(before)) {
      return true;
    }
    return upper(c) && (!upper(before) || (i + 1 < to && b[i + 1] >= 'a' && b[i + 1] <= 'z'));
  }

  private static boolean upper(byte c) {
    return c >= 'A' && c <= 'Z';
  }

  private static int slot(int hash, byte[] b, int from, int to, int length) {
    int slot = (hash ^ hash >>> 15) & SIZE - 1;
    while (KEYS[slot] != null && !same(KEYS[slot], b, from, to, length)) {
      slot = slot + 1 & SIZE - 1;
    }
    return slot;
  }

  private static boolean same(byte[] key, byte[] b, int from, int to, int length) {
    if (key.length != length) {
      return false;
    }
    int k = 0;
    for (int i = from; i < to; i++) {
      if (!separator(b[i]) && key[k++] != Bytes.lower(b[i])) {
        return false;
      }
    }
    return true;
  }

  private static void put(Field field, String keys) {
    for (String key : keys.strip().split("\\s+")) {
      byte[] bytes = key.getBytes(StandardCharsets.UTF_8);
      int hash = 0;
      for (int i = bytes.length - 1; i >= 0; i--) {
        hash = hash * 31 + bytes[i];
      }
      int slot = slot(hash, bytes, 0, bytes.length, bytes.length);
      if (KEYS[slot] != null) {
        throw new IllegalStateException("key stands twice: " + key);
      }
      KEYS[slot] = bytes;
      FIELDS[slot] = field;
    }
  }
}
