export type { Notice, Recipients } from "@/lib/jobs/notice";
