import type { ReactNode } from "react";
import { requireOperator } from "@/app/_server/actor";
import { WorkspaceFrame } from "@/app/_server/workspace-frame";

export default async function OperationsLayout({ children }: { children: ReactNode }) {
  return <WorkspaceFrame area="operations" person={await requireOperator()}>{children}</WorkspaceFrame>;
}
