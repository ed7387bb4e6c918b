import { isBlank } from '#lib/platform/visible-text.ts';
import { answerText } from './answer-text.ts';
import { readText } from './characters.ts';
import { htmlToText, PICTURE, withoutPictures } from './html-to-text.ts';
import { invitationText } from './invitation-text.ts';
import type { MailParts, Part } from './mail-parts.ts';
import { clean } from './one-line.ts';
import { withoutEmptyEnds } from './rules/new-text.ts';

const EMBEDDED = /(\bsrc\s*=\s*["'])data:(image\/[a-z\d.+-]{2,20});base64,([^"'>]*)/gi;
const MAX = 25;

/** MAIL-4 · Replaces pictures embedded in HTML by links to parts; returns the HTML and these parts. */
function extractEmbedded(html: string): { html: string; pictures: Part[] } {
  const pictures: Part[] = [];
  const without = html.replaceAll(EMBEDDED, (_all, source: string, type: string, content: string) => {
    const contentId = `embedded-${pictures.length + 1}`;
    const bytes = Buffer.from(content, 'base64');
    if (bytes.length > 0 && pictures.length < MAX)
      pictures.push({ type: type.toLowerCase(), parameters: {}, disposition: 'inline', name: null, contentId, bytes });
    return `${source}cid:${contentId}`;
  });
  return { html: without, pictures };
}

/** The text of an email; `pictures`: embedded pictures as parts; `quoted`: the pictures that only a quote contains. */
export type MailText = { text: string; pictures: Part[]; quoted: ReadonlySet<string> };

const ENCRYPTED = 'This email is encrypted, so it cannot be read here. It is attached as it came.';

const picturesIn = (text: string) => [...text.matchAll(PICTURE)].map(([, name = '']) => name.toLowerCase());

/** The pictures that only the quote of an answer contains, not its new text. */
function quotedIn(html: string): Set<string> {
  const all = picturesIn(html);
  return all.length === 0 ? new Set() : new Set(all).difference(new Set(picturesIn(answerText(html))));
}

/** MAIL-4 · The text of an email: the plain text, unless it is blank; else from its HTML or its invitation. */
export function textOfMail({ said, files, isEncrypted }: MailParts): MailText {
  const taken = said.map(({ plain, html }) => ({ plain, ...extractEmbedded(html) }));
  const ofHtml = taken.map(({ html }) => clean(htmlToText(html)));
  const texts = taken.map(({ plain }, at) =>
    withoutEmptyEnds(isBlank(plain) ? withoutPictures(ofHtml[at] ?? '') : clean(plain)),
  );
  const text = texts.filter((each) => !isBlank(each)).join('\n\n');
  const pictures = taken.flatMap((each) => each.pictures);
  const found = { pictures, quoted: quotedIn(ofHtml.join('\n\n')) };
  if (text !== '') return { text, ...found };
  const invitation = files.find(({ type }) => /^(text\/calendar|application\/ics)$/.test(type));
  const { bytes = new Uint8Array(), parameters = {} } = invitation ?? {};
  const invitationWords = clean(invitationText(readText(bytes, parameters.charset), parameters.method));
  return { text: invitationWords || (isEncrypted ? ENCRYPTED : ''), ...found };
}
