/** Texts between tags, and values of attributes. */
const values = /"[^"]*"|>[^<]+/g;
/** A value begins as the one above it does, for so many characters: said by one sign that needs no escape. */
const most = 62, nothing = "@".charCodeAt(0);

function alike(one: string, other: string): number {
  const end = Math.min(one.length, other.length, most);
  let length = 0;
  while (length < end && one.charCodeAt(length) === other.charCodeAt(length)) length += 1;
  // Never half of a character.
  return length > 0 && /[\ud800-\udbff]/.test(one[length - 1]!) ? length - 1 : length;
}

/** The shape of a line: its markup without values, and the values of the last line of this shape. */
interface Shape { bones: readonly string[]; above: readonly string[] }

/** From one sign that no escape is needed for; a page has some dozen shapes. */
const placeOf = (sign: string) => sign.charCodeAt(0) - nothing;
const signOf = (place: number) => String.fromCharCode(nothing + place);

/**
 * Lines of markup on their way to the browser. What a page sends to React it writes twice and looks through several times, for each character
 * and most of all for each < and >, and the hundred bars and seven hundred cells of a cockpit are nearly all the same markup. So a line's
 * elements go once, in braces, and of its texts and attributes what differs from the last line with the same elements.
 * @param lines made by `draw`: no tabs and no line breaks; of at most 62 shapes, what is more goes as it is
 */
export function pack(lines: readonly string[]): string {
  const shapes = new Map<string, { place: number; above: readonly string[] }>();
  return lines.map((line) => {
    const now = (line.match(values) ?? []).map((value) => (value.startsWith(">") ? value.slice(1) : value.slice(1, -1)));
    const bones = line.replace(values, (value) => (value.startsWith(">") ? ">\r" : '"\r"')).replaceAll("<", "{").replaceAll(">", "}");
    const known = shapes.get(bones);
    const told = now.map((value, i) => {
      if (value === known?.above[i]) return "";
      const same = alike(value, known?.above[i] ?? "");
      return signOf(same) + value.slice(same);
    });
    const place = known?.place ?? shapes.size;
    if (place <= most) shapes.set(bones, { place, above: now });
    return `${known ? signOf(place) : bones}\t${told.join("\t")}`.replace(/\t+$/, "");
  }).join("\n");
}

/** @returns the lines, one after the other */
export function unpack(packed: string): string {
  const shapes: Shape[] = [];
  return packed.split("\n").map((line) => {
    const [first = "", ...told] = line.split("\t");
    const known = first.length === 1 ? placeOf(first) : shapes.length;
    const { bones, above } = shapes[known] ?? { bones: first.replaceAll("{", "<").replaceAll("}", ">").split("\r"), above: [] };
    const now = bones.slice(1).map((_, i) => {
      const value = told[i] ?? "";
      return value === "" ? (above[i] ?? "") : (above[i] ?? "").slice(0, placeOf(value)) + value.slice(1);
    });
    if (known <= most) shapes[known] = { bones, above: now };
    return bones.map((bone, i) => (i === 0 ? bone : now[i - 1]! + bone)).join("");
  }).join("");
}
