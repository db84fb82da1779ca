import { getTranslations } from "next-intl/server";
import { WorkspaceShell } from "@/app/_components/shell/workspace-shell";
import { menuItemClass } from "@/app/_components/ui/menu";
import { FieldSection } from "../field-section";
import { ListSection } from "../list-section";
import { RecordSection } from "../record-section";

export default async function DeskPage() {
  const t = await getTranslations("design");
  const shell = await getTranslations("shell");
  return (
    <WorkspaceShell
      user={{ name: t("records.person") }}
      organisation={{ name: t("records.organisation") }}
      organisations={[{ name: t("fields.readonlyValue"), href: "/design/desk" }]}
      places={[
        { label: shell("desk"), href: "/design/desk", icon: "house", count: 7, exact: true },
        { label: shell("achievements"), href: "/design/desk/achievements", icon: "lightbulb", count: 2 },
        { label: shell("needs"), href: "/design/desk/needs", icon: "target" },
        { label: shell("messages"), href: "/design/desk/messages", icon: "message-square", count: 12 },
      ]}
      counts={{ notifications: 3 }}
      links={{ desk: "/design/desk", notifications: "/design/desk/messages", account: "/design/desk/account" }}
      signOut={<button type="button" className={menuItemClass}>{shell("signOut")}</button>}
    >
      <div className="grid gap-10">
        <h1>{t("desk")}</h1>
        <RecordSection />
        <ListSection />
        <FieldSection />
      </div>
    </WorkspaceShell>
  );
}
