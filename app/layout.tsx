import type { Metadata, Viewport } from "next";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { FallbackFont } from "@/app/_components/shell/fallback-font";
import { readPreferences } from "@/app/_components/shell/read-preferences";
import "./globals.css";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("shell");
  return {
    title: { default: t("platform"), template: t("titleTemplate", { title: "%s" }) },
    description: t("description"),
    icons: { icon: "/favicon.svg" },
    formatDetection: { telephone: false, email: false, address: false },
  };
}

export const viewport: Viewport = { width: "device-width", initialScale: 1 };

export default async function RootLayout({ children }: { children: ReactNode }) {
  const { theme, type } = await readPreferences();
  return (
    <html lang="zh-CN" data-theme={theme} data-type={type}>
      <body>{children}<FallbackFont /></body>
    </html>
  );
}
