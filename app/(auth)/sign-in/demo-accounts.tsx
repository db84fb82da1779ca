import { getTranslations } from "next-intl/server";
import { listDemoAccounts } from "@/lib/users/queries";

/** One per role, in the order in which one would look for oneself. */
const people = ["office", "enterprise", "broker", "reviewer", "reviewer-2", "director", "operator", "office-viewer", "two-hats"] as const;

/** One press signs in as a person of the demo world. */
export async function DemoAccounts({ next }: { next: string | null }) {
  const t = await getTranslations("auth.demo");
  const accounts = await listDemoAccounts(people);
  if (accounts.length === 0) return null;
  return (
    <section aria-labelledby="demo" className="panel content-start">
      <h2 id="demo" className="text-h3">{t("title")}</h2>
      <ul className="mt-3 grid gap-2">
        {accounts.map((account) => (
          <li key={account.userId}>
            <form action="/api/demo-sign-in" method="post">
              <input type="hidden" name="userId" value={account.userId} />
              {next ? <input type="hidden" name="next" value={next} /> : null}
              <button className="flex min-h-(--h-control) w-full flex-wrap items-center justify-between gap-x-4 rounded-control border border-line-strong bg-surface px-4 py-2 text-left text-ui hover:bg-sunken">
                <span>{t(account.key as never)}</span>
                <span className="text-dense text-ink-2">{account.name}{account.organisation ? ` · ${account.organisation}` : ""}</span>
              </button>
            </form>
          </li>
        ))}
      </ul>
    </section>
  );
}
