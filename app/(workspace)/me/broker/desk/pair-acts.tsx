import { getTranslations } from "next-intl/server";
import { ActForm, FormField, SubmitButton } from "@/app/_components/ui/act-form";
import { Dialog } from "@/app/_components/ui/dialog";
import { clock } from "@/lib/core/clock";
import { addDays, todayInHarbin } from "@/lib/core/dates";
import { introductionSides } from "@/lib/introductions/states";
import type { DeskPair } from "@/lib/introductions/pairs";
import { mark, recommend, takeBack } from "./actions";

type Props = { pair: DeskPair; back: string };

function identity({ pair, back }: Props) {
  return { hidden: { needId: pair.needId, achievementId: pair.achievementId, _back: back }, key: `${pair.needId}${pair.mark?.id ?? ""}${pair.introduced?.at ?? ""}`, ids: pair.needId.slice(-6) + pair.achievementId.slice(-6) };
}

/** The one thing that a pair is on the list for: recommending it, once. */
export async function Recommend(props: Props) {
  const t = await getTranslations("desk");
  const { hidden, key, ids } = identity(props);
  if (props.pair.introduced || props.pair.refused) return null;
  return (
    <Dialog open={t("recommend")} variant="primary" title={t("recommendTitle")} cancel={t("cancel")} closeKey={key}>
      <ActForm action={recommend} hidden={hidden} ids={`to-${ids}`}>
        <FormField name="side" type="radio" label={t("sideLabel")} options={introductionSides.map((side) => ({ value: side, label: t(`side.${side}`) }))} defaultValue="both" />
        <FormField name="message" type="textarea" label={t("message")} hint={t("messageHint")} limit={300} rows={3} required />
        <SubmitButton>{t("recommendSend")}</SubmitButton>
      </ActForm>
    </Dialog>
  );
}

/** What else a broker can do with a pair: note a contact, see it again in a week, put it aside, take the last line back. */
export async function PairActs({ pair, back }: Props) {
  const t = await getTranslations("desk");
  const { hidden, key, ids } = identity({ pair, back });
  const nextWeek = addDays(todayInHarbin(clock.now()), 7);
  return (
    <div className="flex flex-wrap items-start gap-x-3 gap-y-1 md:order-3">
      <Dialog open={t("contact")} title={t("contactTitle")} cancel={t("cancel")} closeKey={key}>
        <ActForm action={mark} hidden={{ ...hidden, kind: "contacted" }} ids={`of-${ids}`}>
          <FormField name="note" type="textarea" label={t("note")} hint={t("noteHint")} limit={300} rows={3} />
          <FormField name="dueOn" type="date" label={t("dueOn")} hint={t("dueHint")} />
          <SubmitButton>{t("contactSave")}</SubmitButton>
        </ActForm>
      </Dialog>
      {pair.mark?.kind === "aside" ? null : (
        <>
          <ActForm action={mark} hidden={{ ...hidden, kind: "later", dueOn: nextWeek }} className="grid gap-2"><SubmitButton variant="plain">{t("later")}</SubmitButton></ActForm>
          <ActForm action={mark} hidden={{ ...hidden, kind: "aside" }} className="grid gap-2"><SubmitButton variant="text">{t("aside")}</SubmitButton></ActForm>
        </>
      )}
      {pair.mark ? <ActForm action={takeBack} hidden={{ markId: pair.mark.id, _back: back }} className="grid gap-2"><SubmitButton variant="text">{t("takeBack", { mark: t(`tab.${pair.mark.kind}`) })}</SubmitButton></ActForm> : null}
    </div>
  );
}
