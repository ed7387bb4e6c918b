import { headers } from 'next/headers';
import { isOnSide } from '#lib/access/side.ts';
import { PAGE_LANGUAGE } from '#lib/platform/reader-locale.ts';
import type { Language } from '#lib/words/languages.ts';
import { browserLanguage, readerLanguage } from '#lib/words/reader-language.ts';
import { currentSession } from './current-actor.ts';

/** POR-10 · The page's language: the customer's own, or the browser's. Staff pages are in English. */
export async function pageLanguage(): Promise<Language> {
  const [session, asked] = await Promise.all([currentSession(), headers()]);
  if (!session) return browserLanguage(asked.get('accept-language'));
  return isOnSide(session.actor, 'staff') ? PAGE_LANGUAGE : readerLanguage(session, asked.get('accept-language'));
}
