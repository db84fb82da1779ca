"use client";

import { Broken } from "@/app/_components/shell/broken";

export default function ErrorPage({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return <Broken error={error} retry={reset} />;
}
