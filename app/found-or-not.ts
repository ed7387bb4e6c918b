import { notFound } from 'next/navigation';
import { Refusal } from '#lib/platform/verdict.ts';

/** What is there; a page of something that is not there, or not for this actor, does not exist. */
export async function foundOrNot<T>(reading: Promise<T>): Promise<T> {
  try {
    return await reading;
  } catch (error) {
    if (error instanceof Refusal) notFound();
    throw error;
  }
}
