/** Characters of amounts. They are data: the reading and writing rules live in `lib/core/money.ts`. */
export const unitWords = { yuan: "元", wan: "万元", yi: "亿元" } as const;

/** What people write behind a number, and how many yuan it stands for. `named` = the word says 元 itself, so nothing is open. */
export const writtenUnits: Record<string, { yuan: bigint; named: boolean }> = {
  元: { yuan: 1n, named: true },
  圆: { yuan: 1n, named: true },
  块: { yuan: 1n, named: true },
  千: { yuan: 1_000n, named: false },
  千元: { yuan: 1_000n, named: true },
  万: { yuan: 10_000n, named: false },
  万元: { yuan: 10_000n, named: true },
  百万: { yuan: 1_000_000n, named: false },
  百万元: { yuan: 1_000_000n, named: true },
  千万: { yuan: 10_000_000n, named: false },
  千万元: { yuan: 10_000_000n, named: true },
  亿: { yuan: 100_000_000n, named: false },
  亿元: { yuan: 100_000_000n, named: true },
};

export const currencyMarks = /^(?:¥|人民币|RMB|CNY)/iu;
export const minusMarks = /^[-−–负]/u;

export const capitalDigits = ["零", "壹", "贰", "叁", "肆", "伍", "陆", "柒", "捌", "玖"] as const;
export const capitalPlaces = ["", "拾", "佰", "仟"] as const;
export const capitalGroups = ["", "万", "亿", "万"] as const;
export const capitalWords = { yuan: "元", jiao: "角", fen: "分", whole: "整", negative: "负" } as const;
