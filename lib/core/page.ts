/** Page numbers as people type them into addresses. */
export const pageSizes = [20, 50, 100] as const;

export type PageRequest = { page: number; size: number };
export type Page<T> = { rows: T[]; total: number; page: number; size: number };

/** Reads `page` and `size` out of an address; anything unusable becomes the first page of twenty. */
export function pageRequest(params: { page?: string | undefined; size?: string | undefined }): PageRequest {
  const page = Number(params.page);
  const size = Number(params.size);
  return {
    page: Number.isSafeInteger(page) && page >= 1 && page <= 100_000 ? page : 1,
    size: (pageSizes as readonly number[]).includes(size) ? size : 20,
  };
}

export function offsetOf({ page, size }: PageRequest): number {
  return (page - 1) * size;
}
