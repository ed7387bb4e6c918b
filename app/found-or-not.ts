import { notFound } from 'next/navigation';
import { Refusal } from '#lib/platform/verdict.ts';

/** Returns the value; a refusal shows the page as not existing (404). */
export async function foundOrNot<T>(reading: Promise<T>): Promise<T> {
  try {
    return await reading;
  } catch (error) {
    if (error instanceof Refusal) notFound();
    throw error;
  }
}
