/** Signs of a division's kind at the end of its name, which people leave out. */
export const divisionEnding = /(?:特别行政区|壮族自治区|回族自治区|维吾尔自治区|自治区|地区|省|市|区|县)$/u;
/** What stands before a name without saying more of it: this country, this province. */
export const homePrefix = /^(?:中华人民共和国|中国)?(?:黑龙江省?)?/u;
/** What may stand behind the name of another province, written short: a city, a district, with the sign of its kind or two or three characters long. */
export const insideProvince = /^(?:.{1,10}[市区县州盟旗]|.{2,3})$/u;
/** At the end of a name it is a district's. */
export const districtSign = "区";
