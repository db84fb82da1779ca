/** Signs of a division's kind at the end of its name, which people leave out. */
export const divisionEnding = /(?:特别行政区|壮族自治区|回族自治区|维吾尔自治区|自治区|地区|省|市|区|县)$/u;
/** What stands before a name without saying more of it: this country, this province. */
export const homePrefix = /^(?:中华人民共和国|中国)?(?:黑龙江省?)?/u;
/**
 * What may stand behind the name of another province, written short: a city, a district, with the sign of its kind or a few characters long. Not what makes
 * another name of it, of an autonomous area elsewhere (海南州, 河南蒙古族自治县 lie in 青海) or of an institution (北京大学).
 */
export const insideProvince = /^(?!州)(?:[^族]{1,10}[市区县盟旗]|[^族]{2,4}(?<!大学|学院|公司|集团|中心|医院|研究院|研究所))$/u;
/** At the end of a name it is a district's. */
export const districtSign = "区";
