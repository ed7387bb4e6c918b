import { headers } from 'next/headers';
import type { PortalReader } from '#components/portal/reader.ts';
import type { Customer } from '#lib/platform/actor.ts';
import { readerLocale } from '#lib/platform/reader-locale.ts';
import { requireCustomerSession } from '#lib/session/current-actor.ts';
import { pageLanguage } from '#lib/session/page-language.ts';
import { type Say, wordsIn } from '#lib/words/words.ts';

/** The actor of a portal page and the portal's settings. Each page asks, because a layout is not rendered each time. */
type PortalPage = { sessionId: string; actor: Customer; email: string; say: Say; reader: PortalReader };

/** POR-20 · For a customer with a session; all other users are redirected. */
export async function portalPage(): Promise<PortalPage> {
  const { id: sessionId, actor, email } = await requireCustomerSession();
  const [language, requestHeaders] = await Promise.all([pageLanguage(), headers()]);
  const say = wordsIn(language);
  const locale = readerLocale(language, requestHeaders.get('accept-language'));
  return { sessionId, actor, email, say, reader: { say, locale, timeZone: actor.timeZone } };
}

/** The title of a page in the reader's language. */
export async function portalTitle(title: (say: Say) => string): Promise<{ title: string }> {
  return { title: title(wordsIn(await pageLanguage())) };
}
