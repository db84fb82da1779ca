/**
 * Passwords of ten and more characters that every guessing list begins with. They are data: the rules live in
 * `lib/core/weak-password.ts`, which also finds runs, walks over the keyboard and repetitions, so those are not listed here.
 */
export const commonPasswords: ReadonlySet<string> = new Set(`
  1q2w3e4r5t 1q2w3e4r5t6y 1q2w3e4r5t6y7u q1w2e3r4t5 q1w2e3r4t5y6 1qa2ws3ed4rf 1a2b3c4d5e a1b2c3d4e5 a1s2d3f4g5 z1x2c3v4b5
  qazwsxedcrfv qazwsxedcrfvtgb qazwsx123456 qweasdzxc123 123qweasdzxc qwe123asd456 qwe123asd456zxc qwe123qwe123 zaq12wsxcde3 1qaz2wsx3edc4rfv
  1qazxsw23edc zaq1xsw2cde3 1qaz@wsx3edc !qaz2wsx3edc !qaz@wsx#edc p@ssw0rd123 passw0rd123 passw0rd1234 p@ssword123 password1234 password12345 password123456
  passwordpassword mypassword mypassword1 newpassword newpassword1 changeme123 changeme1234 changepassword letmein123 letmein1234 letmeinnow welcome123 welcome1234 welcome2024
  iloveyou123 iloveyou12 iloveyou1234 iloveyou520 iloveyou1314 iloveyousomuch iloveyou4ever iloveyouforever administrator administrator1 admin123456 admin12345 admin1234567 admin888888
  admin666666 adminadmin adminadmin1 adminadmin123 root123456 root123456789 rootroot123 test123456 test12345678 testtest123 testtesttest guest123456 user123456 user12345678
  qwerty123456 qwerty12345 qwerty1234567 qwertyuiop123 qwertyuiop1 qwerty654321 asdfghjkl123 asdfghjkl1 zxcvbnm123 zxcvbnm1234 zxcvbnm123456 abcd123456 abc1234567 abcd12345678
  abcdef123456 abc123abc123 abc123456789 a123456789 a1234567890 aa123456789 aaa123456789 q123456789 qq123456789 qq1234567890 qqq123456789 w123456789 wang123456 zhang123456
  liuyang123 zhangwei123 wangwei123 wangjing123 lilili123456 li123456789 z123456789 zz123456789 zxc123456789 asd123456789 asd123asd123 qwe123456789 wo123456789 woaini1314
  woaini13145 woaini1314520 woaini1314521 woaini5201314 woaini520520 woaini123456 woaini123456789 woaini521521 woaiwojia1 woaiwojia123 woaiwojia520 woaizhongguo woaizhongguo1 woshishui123
  5201314520 5201314521 5201314123 1314520520 1314521521 13145201314 52013145201314 1314520123 520520520520 521521521521 0123698745 1472583690 7894561230 1236987450
  1597534862 7418529630 9638527410 3216549870 1122334455 11223344556677 1212121212 1231231230 1029384756 0192837465 1357924680 2468013579 9988776655 5544332211
  147258369a 123456789a 123456789q 123456789z 123456789aa 123456789abc 123456789qq 123456789qwe 1234567890a 1234567890q a12345678a 12345678910 123456abcd 123456abcdef
  123456qwerty 123456qwert 123456asdf 123456zxcvb 12345qwert 123abc456def 11111aaaaa aaaaa11111 aaaa111111 a111111111 a000000000 a666666666 a888888888 qq88888888
  basketball baseball123 football123 football1234 liverpool1 liverpool123 manchester manchester1 chelsea123 barcelona1 realmadrid superman123 batman1234 spiderman1 spiderman123
  starwars123 pokemon123 dragon123456 dragonball dragonballz monkey123456 shadow123456 master123456 sunshine123 sunshine12 princess123 princess12 butterfly1 chocolate1 chocolate123
  elizabeth1 christopher alexander1 alexandra1 charlotte1 jennifer123 michael123 computer123 internet123 samsung123 samsung1234 google12345 facebook123 facebook12 microsoft1
  trustno1234 whatever123 nothing123 secret12345 secret123456 blink182182 correcthorse correcthorsebatterystaple thisismypassword idontknow123 forever123 family12345 happy123456 lovely12345
  harbin2024 harbin2025 harbin2026 harbin2027 haerbin123 haerbin2026 harbin123456 heilongjiang heilongjiang1 heilongjiang123 dongbei123 zhongguo123 zhongguo2026 china123456 china12345 beijing2008
  shanghai2010 gongsi123456 mima123456 mima123456789 mimamima123 wodemima123 hello123456 helloworld helloworld1 helloworld123 hello12345 windows123 huawei123456 huawei@123 huawei12345
  aini1314520 aishiteru1 xiaoxiao123 nihao123456 nihaonihao niubi123456 wolaile123 buzhidao123 buzhidao1 meiyoumima
`.trim().split(/\s+/u));

/** Words that make no password, with a year, a run or a few digits beside them neither. */
export const commonWords: ReadonlySet<string> = new Set(`
  password passwd passw pass admin administrator root user guest test testing demo welcome letmein login changeme default secret master system server database computer internet
  qwerty qwert qwer asdf asdfgh zxcvbn abc abcd abcde iloveyou love loveyou lovely woaini woaiwojia mima wodemima nihao hello helloworld harbin haerbin heilongjiang dongbei
  china zhongguo beijing shanghai gongsi company keji kejiju huawei google microsoft windows football basketball sunshine princess dragon monkey superman batman shadow summer winter spring autumn
  happy family forever january february march april june july august september october november december monday friday sunday
`.trim().split(/\s+/u));

/** Rows, columns and other tracks that fingers run along, forwards and back. */
export const tracks: readonly string[] = [
  "01234567890", "abcdefghijklmnopqrstuvwxyz", "`1234567890-=", "!@#$%^&*()_+", "qwertyuiop[]\\", "asdfghjkl;'", "zxcvbnm,./",
  "1qaz", "2wsx", "3edc", "4rfv", "5tgb", "6yhn", "7ujm", "8ik,", "9ol.", "0p;/", "!qaz", "@wsx", "#edc", "$rfv", "147", "258", "369", "753", "951",
];
