import { getTranslations } from "next-intl/server";
import { clock } from "@/lib/core/clock";
import { addDays, todayInHarbin } from "@/lib/core/dates";
import { introductionSides } from "@/lib/introductions/states";

/** What stands on every pair of a broker's desk, sent to the browser once. @param back the desk as it is filtered */
export async function deskWords(back: string) {
  const t = await getTranslations("desk");
  const cancel = t("cancel");
  return {
    back, nextWeek: addDays(todayInHarbin(clock.now()), 7), why: t("why.heading"), fits: t("fits"), obstacle: t("obstacle"), more: t("more"), less: t("less"), reasons: t("reasons"),
    past: t("past.heading"), nothing: t("past.none"), later: t("later"), aside: t("aside"),
    reach: { label: t("reach.label"), page: t("reach.page"), unnamed: t("reach.unnamed") },
    recommend: {
      open: t("recommend"), title: t("recommendTitle"), send: t("recommendSend"), cancel, sideLabel: t("sideLabel"), message: t("message"), messageHint: t("messageHint"),
      sides: introductionSides.map((side) => ({ value: side, label: t(`side.${side}`) })),
    },
    contact: { open: t("contact"), title: t("contactTitle"), save: t("contactSave"), cancel, note: t("note"), noteHint: t("noteHint"), dueOn: t("dueOn"), dueHint: t("dueHint") },
  };
}
export type DeskWords = Awaited<ReturnType<typeof deskWords>>;
