const foreign = [
  "DATABASE_URL", "DATABASE_OWNER_URL", "MEILI_URL", "MEILI_KEY", "PUBLIC_URL", "NEXTAUTH_URL", "AUTH_URL", "NEXTAUTH_SECRET", "AUTH_SECRET", "PORT", "SMTP_URL", "FILES_DIR", "FILES_QUOTA_MB",
  "EMBEDDING_URL", "EMBEDDING_MODEL", "EMBEDDING_KEY", "VAR_DIR", "NEXT_DIST_DIR", "SITE_HOST_ORG", "SITE_OPERATOR_ORG", "SITE_ICP", "SITE_POLICE", "SITE_CODE", "SITE_PHONE",
];

/** For tests and measurements: nothing of the shell's or of `.env`'s servers may be touched; empty counts as not set, also for Next. */
export function isolate(): void {
  for (const name of foreign) process.env[name] = "";
  process.env.APP_ENV = "local";
}
