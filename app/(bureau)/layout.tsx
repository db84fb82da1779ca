import type { ReactNode } from "react";
import { requireBureau } from "@/app/_server/actor";
import { WorkspaceFrame } from "@/app/_server/workspace-frame";

export default async function BureauLayout({ children }: { children: ReactNode }) {
  return <WorkspaceFrame area="bureau" person={await requireBureau()}>{children}</WorkspaceFrame>;
}
