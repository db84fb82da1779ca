import { Gone } from "@/app/_components/listing/gone";

export default function AchievementGone() {
  return <Gone kind="achievement" />;
}
