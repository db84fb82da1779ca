export type Finding = { state: "ok" | "note" | "wrong"; what: string; mend?: string };

export const ok = (what: string): Finding => ({ state: "ok", what });
export const note = (what: string, mend?: string): Finding => ({ state: "note", what, ...(mend ? { mend } : {}) });
export const wrong = (what: string, mend: string): Finding => ({ state: "wrong", what, mend });
