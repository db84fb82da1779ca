import { useTranslations } from "next-intl";
import { Chip } from "@/app/_components/ui/chip";
import type { Tone } from "@/app/_components/ui/chip";
import type { IconName } from "@/app/_components/ui/icon";
import { BlockedButton, Button, ButtonRow, LinkButton } from "@/app/_components/ui/button";
import { Dialog } from "@/app/_components/ui/dialog";
import { Menu, MenuItem, menuItemClass } from "@/app/_components/ui/menu";
import { NoticeBar } from "@/app/_components/ui/notice-bar";
import type { NoticeTone } from "@/app/_components/ui/notice-bar";

const grounds = ["paper", "surface", "sunken", "accent-soft", "ok-soft", "warn-soft", "bad-soft", "hold-soft", "mark"];
const inks = ["ink", "ink-2", "ink-3", "accent", "visited", "ok", "warn", "bad", "hold"];
const tones: NoticeTone[] = ["info", "ok", "warn", "bad", "hold"];

export function TokenSection() {
  const t = useTranslations("design");
  return (
    <>
      <section className="grid gap-4">
        <h2>{t("sections.tokens")}</h2>
        <ul className="grid grid-cols-3 gap-2 md:grid-cols-9">
          {grounds.map((name) => <li key={name} className="border border-line p-3 text-note" style={{ background: `var(--${name})` }}>{name}</li>)}
        </ul>
        <p className="flex flex-wrap gap-x-6">{inks.map((name) => <span key={name} style={{ color: `var(--${name})` }}>{name}</span>)}</p>
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
