const rows = "li, tr, article";
const headings = "h1, h2, h3, h4";
const controls = 'a[href], button, input:not([type="hidden"]), select, textarea, summary';

/** What is around a form, from within: if it is a row, with those that follow it. */
type Place = { at: Element; following: Element[] };

/**
 * A form may go with the row it acted on (a notice read, an interest answered, a match put aside), and the focus would fall to the top
 * of the page with it. It goes to what took the place: the row itself where it stays, else the next one, else the heading above. Listens
 * for every form of the page, those that are sent without our script's help too. @returns how to stop
 */
export function keepPlaces(): () => void {
  let observer: MutationObserver | null = null;
  function watch(event: Event): void {
    if (!(event.target instanceof HTMLFormElement)) return;
    const form = event.target;
    const around = placesAround(form);
    const { pathname } = window.location;
    observer?.disconnect();
    observer = new MutationObserver((_, self) => {
      if (form.isConnected) return;
      self.disconnect();
      // Who has gone on meanwhile, here or to another page, is not called back.
      if (document.activeElement === document.body && window.location.pathname === pathname) landingIn(around)?.focus();
    });
    observer.observe(document.body, { childList: true, subtree: true });
  }
  document.addEventListener("submit", watch);
  return () => {
    document.removeEventListener("submit", watch);
    observer?.disconnect();
  };
}

/** Taken down before the answer: a row that is gone does not know its neighbours. */
function placesAround(form: Element): Place[] {
  const places: Place[] = [];
  for (let at = form.parentElement; at && at !== document.body; at = at.parentElement) {
    const following: Element[] = [];
    if (at.matches(rows)) for (let next = at.nextElementSibling; next; next = next.nextElementSibling) following.push(next);
    places.push({ at, following });
    if (at.localName === "main") break;
  }
  return places;
}

function landingIn(around: Place[]): HTMLElement | null {
  for (const { at, following } of around) {
    const next = [at, ...following].find((element) => element.isConnected);
    const landing = next && (next.matches(rows) ? ofRow(next) : reachable(headingOf(next)));
    if (landing) return landing;
  }
  return null;
}

function ofRow(row: Element): HTMLElement | null {
  return reachable(shown(row, headings)[0]) ?? shown(row, controls)[0] ?? null;
}

/** The heading of a part of the page, not one of the rows in it. */
function headingOf(part: Element): HTMLElement | undefined {
  return shown(part, headings).find((heading) => {
    const row = heading.closest(rows);
    return !row || !part.contains(row);
  });
}

function shown(inside: Element, selector: string): HTMLElement[] {
  return [...inside.querySelectorAll<HTMLElement>(selector)].filter((one) => one.getClientRects().length > 0);
}

/** The link in a heading, or the heading itself as long as it has the focus. */
function reachable(heading: HTMLElement | undefined): HTMLElement | null {
  if (!heading) return null;
  const link = shown(heading, "a[href]")[0];
  if (link) return link;
  heading.tabIndex = -1;
  heading.addEventListener("blur", () => heading.removeAttribute("tabindex"), { once: true });
  return heading;
}
