import { Gone } from "@/app/_components/listing/gone";

export default function NeedGone() {
  return <Gone kind="need" />;
}
