import { describe, expect, it } from "vitest";
import { isPrivateHost, parseEnv, productionRefusals } from "@/lib/core/env";

const good = {
  APP_ENV: "production",
  DATABASE_URL: "postgres://app:9f2c4a7b1d3e5f60@db.example.org/platform?sslmode=verify-full",
  DATABASE_OWNER_URL: "postgres://owner:8e1b3c5d7f9a0b2c@db.example.org/platform?sslmode=verify-full",
  MEILI_URL: "https://search.example.org",
  MEILI_KEY: "5b1d9c0e7a3f4826bb17",
  AUTH_SECRET: "k3J9x0Qm7vT2bR8sW5yZ1aC4dE6fG0hL9n",
  PUBLIC_URL: "https://tech.example.org/",
};

describe("parseEnv", () => {
  it("has working defaults for a local machine", () => {
    const e = parseEnv({});
    expect(e).toMatchObject({ appEnv: "local", port: 3000, publicUrl: "http://127.0.0.1:3000", logLevel: "info" });
    expect(productionRefusals(e)).toEqual([]);
  });
  it("takes either name of the secret and of the address", () => {
    expect(parseEnv({ AUTH_SECRET: "x" }).authSecret).toBe("x");
    expect(parseEnv({ NEXTAUTH_URL: "http://a.b/" }).publicUrl).toBe("http://a.b");
  });
  it("treats an empty variable as not set", () => {
    expect(parseEnv({ PORT: "", APP_ENV: " ", SITE_ICP: "" })).toMatchObject({ port: 3000, appEnv: "local", site: { icp: undefined } });
  });
  it("names every wrong variable at once", () => {
    expect(() => parseEnv({ APP_ENV: "staging", PORT: "99999", DATABASE_URL: "mysql://x" })).toThrow(/APP_ENV[^]*DATABASE_URL[^]*PORT/);
  });
});

describe("productionRefusals", () => {
  const refusals = (change: Record<string, string | undefined>): string => productionRefusals(parseEnv({ ...good, ...change })).join("\n");
  it("accepts a careful installation", () => expect(refusals({})).toBe(""));
  it.each([
    [{ DATABASE_URL: undefined }, "DATABASE_URL is not set"],
    [{ AUTH_SECRET: undefined }, "NEXTAUTH_SECRET"],
    [{ AUTH_SECRET: "change-me" }, "NEXTAUTH_SECRET is a default"],
    [{ AUTH_SECRET: "please-change-me-please-change-me-please" }, "NEXTAUTH_SECRET is a default"],
    [{ MEILI_KEY: "masterKey" }, "MEILI_KEY"],
    [{ DATABASE_URL: "postgres://app:postgres@db.example.org/p?sslmode=require" }, "default password"],
    [{ DATABASE_URL: "postgres://app:9f2c4a7b1d3e5f60@db.example.org/p" }, "plain text to db.example.org"],
    [{ DATABASE_URL: "postgres://app:9f2c4a7b1d3e5f60@8.8.8.8/p", ALLOW_PRIVATE_PLAINTEXT: "1" }, "plain text to 8.8.8.8"],
    [{ DATABASE_URL: "postgres://app:9f2c4a7b1d3e5f60@10.0.0.5/p" }, "ALLOW_PRIVATE_PLAINTEXT"],
    [{ DATABASE_URL: good.DATABASE_OWNER_URL }, "same role"],
    [{ MEILI_URL: "http://search.example.org" }, "MEILI_URL would send plain text"],
    [{ SMTP_URL: "smtp://mail.example.org" }, "SMTP_URL would send plain text"],
  ])("refuses %o", (change, expected) => expect(refusals(change)).toContain(expected));
  it("allows plain text inside one's own network when told so, and on the machine itself always", () => {
    expect(refusals({ ALLOW_PRIVATE_PLAINTEXT: "1", MEILI_URL: "http://meilisearch:7700", DATABASE_URL: "postgres://app:9f2c4a7b1d3e5f60@postgres/p" })).toBe("");
    expect(refusals({ MEILI_URL: "http://127.0.0.1:7700" })).toBe("");
  });
});

it.each([["10.1.2.3", true], ["172.31.0.1", true], ["172.32.0.1", false], ["192.168.1.1", true], ["fd00::1", true], ["2001:db8::1", false], ["meilisearch", true], ["db.internal", true], ["example.org", false]])(
  "private host %s: %s",
  (host, expected) => expect(isPrivateHost(host)).toBe(expected),
);
