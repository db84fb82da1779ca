/** Version of the terms and the privacy page that a new person agrees to; the day they were last changed. */
export const consentVersion = "2026-11-01";
