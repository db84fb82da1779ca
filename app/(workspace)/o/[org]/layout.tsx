import type { ReactNode } from "react";
import { requireActing } from "@/app/_server/actor";
import { WorkspaceFrame } from "@/app/_server/workspace-frame";

export default async function OrganisationLayout({ params, children }: { params: Promise<{ org: string }>; children: ReactNode }) {
  const { org } = await params;
  return <WorkspaceFrame area="organisation" person={await requireActing(org)}>{children}</WorkspaceFrame>;
}
