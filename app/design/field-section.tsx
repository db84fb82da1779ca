import { getTranslations } from "next-intl/server";
import { Button, ButtonRow } from "@/app/_components/ui/button";
import { Cascade } from "@/app/_components/ui/cascade";
import { Checkbox, CheckboxGroup, RadioGroup, Select } from "@/app/_components/ui/choice";
import { FieldRemark, ReadOnlyField } from "@/app/_components/ui/field";
import { FormAnswer } from "@/app/_components/ui/form-answer";
import { MoneyInput } from "@/app/_components/ui/money-input";
import { RepeatingRows } from "@/app/_components/ui/repeating-rows";
import { SubmitButton } from "@/app/_components/ui/submit-button";
import { DateInput, FileInput, TextArea, TextInput } from "@/app/_components/ui/text-input";
import { getUiWords } from "@/app/_components/ui/words";

export async function FieldSection() {
  const t = await getTranslations("design.fields");
  const page = await getTranslations("design");
  const words = await getUiWords();
  const options = (key: string) => (t.raw(key) as string[]).map((label) => ({ value: label, label }));
  const tree = (t.raw("tree") as [string, string[]][]).map(([label, children]) => ({ code: label, label, children: children.map((child) => ({ code: child, label: child })) }));
  const [a = "", b = "", c = "", d = ""] = t.raw("columns") as string[];
  const remark = (
    <FieldRemark by={t("remarkBy")} actions={<><Button>{t("answer")}</Button><Button variant="text">{t("explain")}</Button></>}>{t("remark")}</FieldRemark>
  );
  return (
    <section className="grid gap-4">
      <h2>{page("sections.fields")}</h2>
      <form className="grid gap-6" noValidate>
        <FormAnswer state={{ ok: false, summary: t("summaryOne"), problems: { name: t("nameError") } }} />
        <TextInput name="name" label={t("name")} hint={t("nameHint")} limit={40} defaultValue={t("nameValue")} error={t("nameError")} mark={words.required} remark={remark} />
        <TextArea name="summary" label={t("summary")} limit={200} defaultValue={t("summaryValue")} mark={words.optional} />
        <Cascade id="field" label={t("field")} tree={tree} words={words.cascade} levels={(t.raw("levels") as string[]).map((label, index) => ({ name: `level${index}`, label }))} />
        <div className="grid gap-6 md:grid-cols-2">
          <MoneyInput name="budget" label={t("budget")} unit="wan" defaultValue="128" doubt={words.moneyDoubt} />
          <DateInput name="date" label={t("date")} defaultValue="2026-12-05" />
          <Select name="district" label={t("district")} options={options("districts")} placeholder={t("choose")} />
          <FileInput name="file" label={t("file")} hint={t("fileHint")} />
          <RadioGroup name="audience" label={t("audience")} options={options("audiences")} inline />
          <CheckboxGroup name="modes" label={t("mode")} options={options("modes")} inline />
        </div>
        <ReadOnlyField label={t("readonly")} note={t("readonlyNote")}>{t("readonlyValue")}</ReadOnlyField>
        <RepeatingRows name="indicators" label={t("rows")} words={words.rows} columns={[{ name: "a", label: a, em: 10 }, { name: "b", label: b, em: 6, inputMode: "decimal" }, { name: "c", label: c, em: 5 }, { name: "d", label: d, em: 6 }]} defaultRows={[t.raw("row") as Record<string, string>]} />
        <Checkbox name="commit" label={page("notices.info")} />
        <ButtonRow><SubmitButton busy={words.busy}>{page("buttons.primary")}</SubmitButton><Button>{page("buttons.plain")}</Button></ButtonRow>
      </form>
    </section>
  );
}
