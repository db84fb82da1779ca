/** Page numbers as people type them into addresses. */
export const pageSizes = [20, 50, 100] as const;

export type PageRequest = { page: number; size: number };
export type Page<T> = { rows: T[]; total: number; page: number; size: number };

/** Reads `page` and `size` out of an address; anything unusable becomes the first page of the usual size, which is the first of `sizes`. */
export function pageRequest(params: { page?: string | undefined; size?: string | undefined }, sizes: readonly number[] = pageSizes): PageRequest {
  const page = Number(params.page);
  const size = Number(params.size);
  return {
    page: Number.isSafeInteger(page) && page >= 1 && page <= 100_000 ? page : 1,
    size: sizes.includes(size) ? size : (sizes[0] ?? pageSizes[0]),
  };
}

export function offsetOf({ page, size }: PageRequest): number {
  return (page - 1) * size;
}

/** An empty list has one page, too. */
export const lastPage = (total: number, size: number): number => Math.max(1, Math.ceil(total / size));

/** What of `total` rows stands on this page, counted from 1; null on a page behind the last. */
export function rowsOnPage(total: number, { page, size }: PageRequest): { from: number; to: number } | null {
  return page > lastPage(total, size) ? null : { from: offsetOf({ page, size }) + 1, to: Math.min(total, page * size) };
}
