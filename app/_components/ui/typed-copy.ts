/**
 * Copies of what was typed, in this browser only, until the server has confirmed it. One per person and record: the
 * next person on the same machine is never shown another's, and signing out takes all of them away.
 */
const prefix = "draft:";

export type Typed = [name: string, value: string][];

export function copyKey(person: string, record: string): string {
  return `${prefix}${person}:${record}`;
}

/** A copy that lay here when the page opened. `aside`: where it waits for its answer once somebody types again, so that their own copy does not cover it. */
export type LeftCopy = { key: string; text: string; aside: string };

/** What lies here of a record: the copy itself, and those that were put aside unanswered, the newest first. */
export function copiesLeft(key: string): readonly LeftCopy[] {
  const old = Object.keys(localStorage).filter((one) => one.startsWith(`${key}${asideMark}`)).sort().reverse();
  return [key, ...old].flatMap((one) => {
    const text = localStorage.getItem(one);
    return text === null ? [] : [{ key: one, text, aside: one === key ? `${key}${asideMark}${Date.now()}` : one }];
  });
}

const asideMark = ":left:";

/** The texts of a form, without files and without what the framework adds. */
export function textsOf(data: FormData): Typed {
  return [...data].filter((pair): pair is [string, string] => typeof pair[1] === "string" && !pair[0].startsWith("$ACTION"));
}

/** Set when the person of this page signs out: on the way out nothing is kept again. */
let signedOut = false;

export function keepCopy(key: string, data: FormData): void {
  keepText(key, JSON.stringify(textsOf(data)));
}

export function keepText(key: string, text: string): void {
  if (signedOut) return;
  try {
    localStorage.setItem(key, text);
  } catch {
    // A full or forbidden storage only costs the second copy.
  }
}

export function formOfCopy(copy: string): FormData {
  const data = new FormData();
  for (const [name, value] of JSON.parse(copy) as Typed) data.append(name, value);
  return data;
}

export function forgetAllCopies(): void {
  signedOut = true;
  for (const key of Object.keys(localStorage)) if (key.startsWith(prefix)) localStorage.removeItem(key);
}
