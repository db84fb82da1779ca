import type { ReactNode } from "react";
import { requirePerson } from "@/app/_server/actor";
import { WorkspaceFrame } from "@/app/_server/workspace-frame";

export default async function OwnLayout({ children }: { children: ReactNode }) {
  return <WorkspaceFrame area="me" person={await requirePerson()}>{children}</WorkspaceFrame>;
}
