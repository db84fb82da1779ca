import { useTranslations } from "next-intl";
import { contrastPairs, ratiosOf, styleSheet, tokensOf, type Look } from "./contrast";

const looks = ["light", "dark", "print"] as const satisfies Look[];

/** How far what stands on a ground is from it, computed from the style sheet itself; a test fails where it is too near. */
export function ContrastSection() {
  const t = useTranslations("design");
  const ratios = looks.map((look) => ratiosOf(tokensOf(styleSheet(), look)));
  return (
    <section className="grid gap-4">
      <h2>{t("sections.contrast")}</h2>
      <table className="w-full max-w-[46rem] text-dense">
        <caption className="sr-only">{t("sections.contrast")}</caption>
        <thead><tr>{(t.raw("contrast.head") as string[]).map((head, at) => <th key={head} scope="col" className={at === 0 ? "text-left" : "figures"}>{head}</th>)}</tr></thead>
        <tbody>
          {contrastPairs.map(({ of, on, least }, row) => (
            <tr key={`${of} ${on}`} className="border-t border-line">
              <th scope="row" className="text-left font-normal">{t("contrast.pair", { of, on })}</th>
              <td className="figures">{least}</td>
              {ratios.map((all, at) => <td key={looks[at]} className="figures">{all[row]!.ratio.toFixed(2)}</td>)}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
