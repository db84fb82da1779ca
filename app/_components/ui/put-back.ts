/**
 * Puts a copy into the boxes of its form, as a hand would: what counts or spells out beside a box hears of it. Lines of a repeated group that the
 * page does not bring are added by its own button. What is chosen by a click (radio buttons, ticks) and files stay as the page brings them, and so
 * does a box in which something was written or chosen already: a page can be filled in before its script has come.
 * @returns whether a box says something else now than the page brought
 */
export async function putBack(form: HTMLFormElement, copy: FormData): Promise<boolean> {
  let different = false;
  for (const [name, value] of copy) {
    if (typeof value !== "string") continue;
    const box = boxOf(form, name) ?? (value === "" ? null : await lineFor(form, name));
    const kind = box instanceof HTMLInputElement ? HTMLInputElement : box instanceof HTMLTextAreaElement ? HTMLTextAreaElement : box instanceof HTMLSelectElement ? HTMLSelectElement : null;
    if (!box || !kind || (box as HTMLInputElement).value === value || ["radio", "checkbox", "file"].includes((box as HTMLInputElement).type) || isTouched(box as HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement)) continue;
    // The page's own setter, past the one that React has put before it.
    Object.getOwnPropertyDescriptor(kind.prototype, "value")?.set?.call(box, value);
    for (const event of ["input", "change"]) box.dispatchEvent(new Event(event, { bubbles: true }));
    different = true;
    for (let fold = box.closest("details"); fold; fold = fold.parentElement?.closest("details") ?? null) fold.open = true;
    // What follows from it (the sub-types of a type) is on the page before the next box is looked for.
    await drawn();
  }
  return different;
}

function isTouched(box: HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement): boolean {
  if (!(box instanceof HTMLSelectElement)) return box.value !== box.defaultValue;
  return box.selectedIndex !== Math.max(0, [...box.options].findIndex((option) => option.defaultSelected));
}

function boxOf(form: HTMLFormElement, name: string): Element | null {
  return form.querySelector(`[name="${CSS.escape(name)}"]`);
}

async function lineFor(form: HTMLFormElement, name: string): Promise<Element | null> {
  const [, group] = /^(.+)\[\d+\]\.\w+$/.exec(name) ?? [];
  const add = group && form.querySelector<HTMLElement>(`#${CSS.escape(group)} [data-add-line]`);
  if (!add) return null;
  add.click();
  await drawn();
  return boxOf(form, name);
}

/** React draws what a press or a typed letter asks for at the end of the same task. */
function drawn(): Promise<void> {
  return Promise.resolve();
}
