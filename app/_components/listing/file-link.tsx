import { getTranslations } from "next-intl/server";
import { Icon } from "@/app/_components/ui/icon";
import type { FileView } from "@/lib/files/queries";

/** "340KB", "1.2MB"; nothing that is there has 0. */
export async function FileSize({ bytes }: { bytes: number }) {
  const t = await getTranslations("files.size");
  return bytes >= 1024 * 1024 ? t("mb", { size: (bytes / 1024 / 1024).toFixed(1) }) : t("kb", { size: Math.max(1, Math.round(bytes / 1024)) });
}

/** Stands apart from the forms of `attachments.tsx`: a public record shows files and loads no forms for them. */
export function FileLink({ file, note }: { file: FileView; note?: string }) {
  return (
    <span className="inline-flex flex-wrap items-center gap-x-3 gap-y-1 text-ui">
      <a href={`/api/files/${file.id}`} download className="link inline-flex items-center gap-2"><Icon name="paperclip" />{file.name}</a>
      <span className="text-note text-ink-3"><FileSize bytes={file.size} />{note ? `\u3000${note}` : ""}</span>
    </span>
  );
}
