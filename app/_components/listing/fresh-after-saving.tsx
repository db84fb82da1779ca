"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";

/** Brings what stands beside the editor up to date as soon as the text is saved. */
export function FreshAfterSaving() {
  const router = useRouter();
  useEffect(() => {
    const refresh = () => router.refresh();
    window.addEventListener("draft-saved", refresh);
    return () => window.removeEventListener("draft-saved", refresh);
  }, [router]);
  return null;
}
