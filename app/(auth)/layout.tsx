import type { ReactNode } from "react";
import { PublicFrame } from "@/app/_server/public-frame";

export default function AuthLayout({ children }: { children: ReactNode }) {
  return <PublicFrame hideSearch><div className="measure py-8 md:py-12">{children}</div></PublicFrame>;
}
