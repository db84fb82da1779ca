/** The columns of the registration authority's ledger, in their order, with the names that people write. */
export const columns = [
  { key: "officialNumber", label: "登记编号", required: true },
  { key: "title", label: "合同名称", required: true },
  { key: "type", label: "合同类别", required: true },
  { key: "subType", label: "合同子类", required: false },
  { key: "techArea", label: "技术领域", required: true },
  { key: "field", label: "规划领域", required: false },
  { key: "sellerName", label: "卖方名称", required: true },
  { key: "sellerCode", label: "卖方统一社会信用代码", required: false },
  { key: "sellerNature", label: "卖方性质", required: false },
  { key: "sellerDistrict", label: "卖方区划代码", required: true },
  { key: "buyerName", label: "买方名称", required: true },
  { key: "buyerCode", label: "买方代码", required: false },
  { key: "buyerNature", label: "买方性质", required: false },
  { key: "buyerPlace", label: "买方区划/国别", required: true },
  { key: "total", label: "成交额(元)", required: true },
  { key: "technical", label: "技术交易额(元)", required: true },
  { key: "signedOn", label: "签订日期", required: true },
  { key: "registeredOn", label: "登记日期", required: true },
  { key: "ipKind", label: "知识产权", required: false },
  { key: "planSource", label: "计划来源", required: false },
] as const;

export type ColumnKey = (typeof columns)[number]["key"];
export const columnKeys = columns.map((column) => column.key);
/** Columns of days. */
export const dayColumns: ReadonlySet<ColumnKey> = new Set<ColumnKey>(["signedOn", "registeredOn"]);

/** One line that shows how each column is filled in; its names are invented. */
export const example: Record<ColumnKey, string> = {
  officialNumber: "2026230100001234", title: "示例：低温密封件技术开发", type: "技术开发", subType: "委托开发", techArea: "先进制造", field: "",
  sellerName: "示例大学", sellerCode: "", sellerNature: "高等院校", sellerDistrict: "230103", buyerName: "示例装备有限公司", buyerCode: "", buyerNature: "有限责任公司",
  buyerPlace: "230108", total: "1280000.00", technical: "1040000.00", signedOn: "2026-03-02", registeredOn: "2026-03-20", ipKind: "发明专利", planSource: "计划外",
};

/** The two codes may be left out, and are not in the line above. */
export const creditCodeExample = "91350100M000100Y43";
/** A place as people write it. */
export const placeExample = "南岗区";

export const sheetWords = {
  colon: "：", ledger: "登记台账", lists: "代码表", problems: "问题", row: "原文件行号",
  note: "每行一份合同。金额以元填写，日期如2026-03-02；区划填区县名或六位代码，如南岗区或230103，市外填省名，境外买方填国家名，如俄罗斯；可填的值见“代码表”页。红色单元格需要修改。",
};

/** Words by which a problem is named in the marked Excel file; `{…}` are values. The page words them from the catalog `ledger`; a test keeps both alike. */
export const problemWords: Record<string, string> = {
  district_coarse: "“{place}”没有写到区县：只写到市的计入全市、不计入任何区县，只写到省的不计入本市，请核对",
  amount_large: "{amount}，超过{limit}，请核对单位和位数",
  required: "没有填写，应如“{example}”",
  too_long: "有{is}个字，最多{max}个字",
  unknown_code: "“{value}”不在代码表中，可填：{allowed}",
  unknown_near: "“{value}”不在代码表中，是否应为“{nearest}”；可填的值见模板的“代码表”页",
  unknown_near_place: "“{value}”不是已知的地名，是否应为“{nearest}”",
  unknown_district: "“{value}”不是已知的地名，应填区县名或六位代码，如南岗区或230103；市外填省名，如广东省",
  unknown_place: "“{value}”不是已知的地名，应填区县名或六位代码，如南岗区或230103；市外填省名，如广东省；境外填国家名，如俄罗斯",
  official_number: "“{value}”不是登记编号，应为14至16位数字或大写字母，如2026230100001234",
  number_rounded: "这一格是数字，Excel只保留了前15位；请把这一列设为文本后重新填写，如{example}",
  duplicate_in_file: "与第{row}行的登记编号相同，请改正编号或删去一行",
  duplicate_registered: "该登记编号已在台账中，不重复计入；编号有误请改正，无误请删去这一行",
  not_stored: "数据库没有接受这一行，请核对各格；仍不行时请联系平台运维",
  not_a_number: "“{value}”不是金额，应为以元计的数字，如1280000.00",
  money_negative: "不能是负数，应如1280000.00；合同金额减少请在登记页办理变更或注销",
  money_too_precise: "精确到分，最多两位小数，如1280000.00",
  money_too_large: "金额过大，请核对单位是否为元，如128万元应填1280000.00",
  not_positive: "应大于0，如1280000.00",
  technical_above_total: "大于成交额{total}，应不超过成交额",
  date: "“{value}”不是日期，应如2026-03-02、2026/3/2或20260302",
  date_too_early: "{is}早于{from}，请核对年份，应如2026-03-02",
  date_order: "早于签订日期{signed}，应为签订当日或之后，请核对这两个日期",
  future_date: "{is}在今天（{today}）之后，应填实际的日期",
  credit_code: "“{value}”校验不符，应为18位统一社会信用代码，如91350100M000100Y43；不清楚时可留空",
};
/** All values that these words have a place for. A row that was checked before they had it is without some: there stand dots. */
export const problemValues = [...new Set(Object.values(problemWords).flatMap((words) => [...words.matchAll(/\{(\w+)\}/g)].map((place) => place[1]!)))];

/** Between the parts of a list in a sentence. */
export const listSign = "、";
/** Between names that have that sign in themselves. */
export const betweenNames = " / ";
