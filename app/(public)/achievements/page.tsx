import { redirect } from "next/navigation";

/** The list of achievements is the search without words. */
export default function AchievementListPage(): never {
  redirect("/search?kind=achievement");
}
