/** Function characters that no key term begins or ends with. */
export const EDGE_CHARACTERS = "的了和与及或在是对为将把被从到等其该此并且也都就而以之于由中上下所做要";

/** Right behind a figure these count or measure: 50次冻融 is about 冻融. */
export const MEASURE_CHARACTERS = "次个台套件支片亩头例级元年月天日秒度倍米克吨升瓦伏";

/** Where they are words of their own, they stand between two terms, never within one. */
export const BETWEEN_CHARACTERS = "的了和与及或在是将把被并且也都就而";

/** Behind another word they make a word of it (中空型, 板式); at the beginning of a term they are the end of that word, but for these words. */
export const SUFFIX_CHARACTERS = "型式性";
export const BEGIN_WITH_SUFFIX = ["型腔", "型材", "型钢", "型芯", "型砂", "型面", "型煤", "型线", "型谱", "型号", "型式", "型板", "型坯", "式样", "性能", "性质", "性状", "性价", "性别", "性态"];
