/** Function characters that no key term begins or ends with. */
export const EDGE_CHARACTERS = "的了和与及或在是对为将把被从到等其该此并且也都就而以之于由中上下所";
