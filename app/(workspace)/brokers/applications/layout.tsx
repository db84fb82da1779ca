import type { ReactNode } from "react";
import { requireBureau, requireOperator, requirePerson } from "@/app/_server/actor";
import { WorkspaceFrame } from "@/app/_server/workspace-frame";
import { mayAtBureau } from "@/lib/core/actor";

/** Reviewers and operators decide here, each in the frame of their own work. */
export default async function ApplicationsLayout({ children }: { children: ReactNode }) {
  return mayAtBureau(await requirePerson(), "review")
    ? <WorkspaceFrame area="bureau" person={await requireBureau()}>{children}</WorkspaceFrame>
    : <WorkspaceFrame area="operations" person={await requireOperator()}>{children}</WorkspaceFrame>;
}
