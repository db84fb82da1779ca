/** Meilisearch's answer about an index that is not there. */
export const isMissingIndex = (error: unknown): boolean => String(error).includes("index_not_found");

/** Null where the index that was asked is not there. */
export async function orMissing<T>(answer: Promise<T>): Promise<T | null> {
  try {
    return await answer;
  } catch (error) {
    if (isMissingIndex(error)) return null;
    throw error;
  }
}
