import { notFound } from "next/navigation";
import { isKnownError } from "@/lib/core/errors";

/** A read that refuses becomes the page "not found"; anything else stays a fault. */
export async function found<T>(reading: Promise<T>): Promise<T> {
  try {
    return await reading;
  } catch (error) {
    if (isKnownError(error)) notFound();
    throw error;
  }
}
