import { useTranslations } from "next-intl";
import { Chip } from "@/app/_components/ui/chip";
import type { Tone } from "@/app/_components/ui/chip";
import type { IconName } from "@/app/_components/ui/icon";
import { BlockedButton, Button, ButtonRow, LinkButton } from "@/app/_components/ui/button";
import { Dialog } from "@/app/_components/ui/dialog";
import { Menu, MenuItem, menuItemClass } from "@/app/_components/ui/menu";
import { NoticeBar } from "@/app/_components/ui/notice-bar";
import type { NoticeTone } from "@/app/_components/ui/notice-bar";
import { styleSheet, tokensOf } from "./contrast";

/** Every colour of the style sheet, by no list of its own: one that is added there is seen here. With what is written on it. */
function swatches(): { name: string; on: string | undefined }[] {
  const colours = [...tokensOf(styleSheet(), "light")].flatMap(([name, value]) => (value.startsWith("#") ? [name] : []));
  return colours.filter((name) => !name.startsWith("on-")).map((name) => ({ name, on: colours.find((on) => on === `on-${name.replace("-solid", "")}` && name !== "bad") }));
}

const tones: NoticeTone[] = ["info", "ok", "warn", "bad", "hold"];

export function TokenSection() {
  const t = useTranslations("design");
  return (
    <>
      <section className="grid gap-4">
        <h2>{t("sections.tokens")}</h2>
        <ul className="grid grid-cols-2 gap-2 md:grid-cols-6">
          {swatches().map(({ name, on }) => (
            <li key={name} className="grid border border-line text-note">
              <span className="min-h-9 px-2 py-1" style={{ background: `var(--${name})`, ...(on ? { color: `var(--${on})` } : {}) }}>{on}</span>
              <span className="px-2 py-1">{name}</span>
            </li>
          ))}
        </ul>
        <div className="grid gap-2">
          {(t.raw("typeSamples") as [string, string][]).map(([look, text]) => <p key={look} className={look}>{text}</p>)}
        </div>
      </section>
      <section className="grid gap-4">
        <h2>{t("sections.chips")}</h2>
        <p className="flex flex-wrap gap-3">
          {(t.raw("chips") as [string, Tone, IconName][]).map(([word, tone, icon]) => <Chip key={word} tone={tone} icon={icon}>{word}</Chip>)}
        </p>
        <p className="flex flex-wrap gap-3">
          {(t.raw("chips") as [string, Tone, IconName][]).map(([word, tone, icon]) => <Chip key={word} tone={tone} icon={icon} small>{word}</Chip>)}
        </p>
      </section>
      <section className="grid gap-4">
        <h2>{t("sections.buttons")}</h2>
        <ButtonRow danger={<Dialog open={t("buttons.danger")} variant="danger" title={t("dialog.title")} cancel={t("dialog.cancel")}><p className="mb-4">{t("dialog.body")}</p><Button variant="danger">{t("buttons.danger")}</Button></Dialog>}>
          <Button variant="primary">{t("buttons.primary")}</Button>
          <Button>{t("buttons.plain")}</Button>
          <Button variant="text">{t("buttons.text")}</Button>
          <LinkButton href="/design">{t("buttons.link")}</LinkButton>
          <Menu label={t("buttons.more")}>
            <MenuItem><a href="#" className={menuItemClass}>{t("buttons.export")}</a></MenuItem>
            <MenuItem><button type="button" className={menuItemClass}>{t("buttons.withdraw")}</button></MenuItem>
          </Menu>
          <BlockedButton variant="primary" reason={t("buttons.reason")}>{t("buttons.blocked")}</BlockedButton>
        </ButtonRow>
      </section>
      <section className="grid gap-3">
        <h2>{t("sections.notices")}</h2>
        {tones.map((tone) => <NoticeBar key={tone} tone={tone}>{t(`notices.${tone}`)}</NoticeBar>)}
      </section>
    </>
  );
}
