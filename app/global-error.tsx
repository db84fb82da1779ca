"use client";

import { Broken } from "@/app/_components/shell/broken";
import "./globals.css";

/** The layout itself failed: the look cookies are not read here, the plain look is always legible. */
export default function GlobalError({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return (
    <html lang="zh-CN">
      <body>
        <Broken error={error} retry={reset} plain />
      </body>
    </html>
  );
}
