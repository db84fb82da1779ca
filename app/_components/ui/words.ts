import { getTranslations } from "next-intl/server";

/**
 * Words that client components take as props (there is no provider in the browser).
 * A page reads them once and hands on what its form needs: `<RepeatingRows words={words.rows} />`.
 */
export async function getUiWords() {
  const t = await getTranslations("ui");
  return {
    required: t("required"),
    optional: t("optional"),
    busy: t("busy"),
    cancel: t("cancel"),
    close: t("close"),
    undo: t("undo"),
    copy: t("copy"),
    errorPrefix: t("errors.prefix"),
    /** `{count}` is replaced by ErrorSummary. */
    errorTitle: t.raw("errors.title") as string,
    moneyDoubt: t.raw("money.doubt") as string,
    rows: {
      add: t("rows.add"),
      copy: t("rows.copy"),
      up: t("rows.up"),
      down: t("rows.down"),
      remove: t("rows.remove"),
      row: t.raw("rows.row") as string,
    },
    cascade: { choose: t("cascade.choose"), first: t("cascade.first") },
    save: { saving: t("save.saving"), saved: t.raw("save.saved") as string, failed: t("save.failed") },
  };
}

export type UiWords = Awaited<ReturnType<typeof getUiWords>>;
