const signs: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

/** Text as it stands in markup, in an element or an attribute. */
export const plain = (text: string): string => (/[&<>"'\p{Cc}]/u.test(text) ? text.replace(/[&<>"'\p{Cc}]/gu, (sign) => signs[sign] ?? " ") : text);

/**
 * One element of a drawing as text, by the names that SVG gives its attributes; `inside` is markup already. Drawn by React,
 * each of a cockpit's three hundred lines and figures was sent twice, the second time with all its attributes as data.
 */
export function draw(name: string, attributes: Record<string, string | number | undefined>, ...inside: readonly string[]): string {
  let said = "";
  for (const [key, value] of Object.entries(attributes)) if (value !== undefined) said += ` ${key}="${plain(String(value))}"`;
  return `<${name}${said}>${inside.join("")}</${name}>`;
}

/** A share of the whole, 0 to 1, as a length; a drawing has no more than four digits. */
export const percent = (share: number): string => `${Math.round(share * 10_000) / 100}%`;
