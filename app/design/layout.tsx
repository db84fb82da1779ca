import { notFound } from "next/navigation";
import type { ReactNode } from "react";

/** A page for those who build pages; visitors never see it. */
export default function DesignLayout({ children }: { children: ReactNode }) {
  if (process.env.NODE_ENV === "production" && process.env.SHOW_DESIGN !== "1") notFound();
  return children;
}
