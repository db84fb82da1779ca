import { notFound } from "next/navigation";

export default function DesignPage() {
  if (process.env.NODE_ENV === "production" && process.env.SHOW_DESIGN !== "1") notFound();
  return <main className="measure py-8"><h1 className="text-accent">Design</h1><p className="prose-zh text-body text-ink-2 bg-ok-soft">x</p></main>;
}
