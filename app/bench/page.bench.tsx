export const dynamic = "force-dynamic";

/** What a page costs before it says anything. Only in a build made with BENCH=1: `npm run bench -- pages` compares with it. */
export default function EmptyPage() {
  return null;
}
