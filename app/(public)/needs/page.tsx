import { redirect } from "next/navigation";

/** The list of needs is the search without words. */
export default function NeedListPage(): never {
  redirect("/search?kind=need");
}
