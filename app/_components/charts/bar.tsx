import { barMarkup } from "./row";

export function Bar({ share }: { share: number }) {
  return <span className="block" dangerouslySetInnerHTML={{ __html: barMarkup({ share }) }} />;
}
