/** A number from 0 to 2³² − 1 that a text always draws and that says nothing about it (FNV-1a): for choosing by chance what stays chosen. */
export function lotOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d) >>> 0;
}
