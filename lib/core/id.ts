import { createHash, createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import { clock } from "./clock";

/** UUID version 7 (RFC 9562): sorts by time, so indexes grow at their end. Made here because Debian's Postgres 15 has no uuidv7(). */
export function newId(at: Date = clock.now()): string {
  const bytes = randomBytes(16);
  bytes.writeUIntBE(at.getTime(), 0, 6);
  bytes[6] = (bytes[6]! & 0x0f) | 0x70;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = bytes.toString("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Addresses are typed by people: whatever is no uuid cannot be an id and must not reach Postgres. */
export function isId(text: unknown): text is string {
  return typeof text === "string" && uuid.test(text);
}

/** A token that can be derived again from what is stored, so that the token itself never is. */
export function deriveToken(secret: string, purpose: string, id: string): string {
  return `${id.replaceAll("-", "")}${createHmac("sha256", secret).update(`${purpose}:${id}`).digest("base64url")}`;
}

/** The id inside a token made by `deriveToken`, or null when it was not made with this secret for this purpose. */
export function idFromToken(secret: string, purpose: string, token: string): string | null {
  const hex = token.slice(0, 32);
  if (!/^[0-9a-f]{32}$/.test(hex)) return null;
  const id = `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
  const expected = Buffer.from(deriveToken(secret, purpose, id));
  const given = Buffer.from(token);
  return expected.length === given.length && timingSafeEqual(expected, given) ? id : null;
}

export function sha256(content: string | Buffer): string {
  return createHash("sha256").update(content).digest("hex");
}
