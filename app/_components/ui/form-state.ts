/** What a server action answers to its form. All sentences are already worded. */
export type FormState = {
  ok?: boolean | undefined;
  message?: string | undefined;
  /** Heading of the error summary. */
  summary?: string | undefined;
  /** Field path as in the form ("ip.0.number") to sentence. */
  problems?: Record<string, string> | undefined;
  /** What was typed, by form name. */
  values?: Record<string, string | string[]> | undefined;
  /** Put in front of the page's title after a failed submit. */
  titlePrefix?: string | undefined;
  /** A way on, shown beside the message. */
  link?: { href: string; label: string } | undefined;
  result?: unknown;
};

/** In a form that asks whether its act would be refused, before a person is asked whether they mean it: the act is done and taken back. */
export const rehearsal = "_rehearsal";
