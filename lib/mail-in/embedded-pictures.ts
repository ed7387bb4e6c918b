import type { Part } from './mail-parts.ts';

const EMBEDDED = /(\bsrc\s*=\s*["'])data:(image\/[a-z\d.+-]{2,20});base64,([^"'>]*)/gi;
const MOST = 25;

/** MAIL-4 · Replaces pictures embedded in HTML by links to parts; returns the HTML and these parts. */
export function takeEmbedded(html: string): { html: string; pictures: Part[] } {
  const pictures: Part[] = [];
  const without = html.replaceAll(EMBEDDED, (_all, source: string, type: string, content: string) => {
    const contentId = `embedded-${pictures.length + 1}`;
    const bytes = Buffer.from(content, 'base64');
    if (bytes.length > 0 && pictures.length < MOST)
      pictures.push({ type: type.toLowerCase(), parameters: {}, disposition: 'inline', name: null, contentId, bytes });
    return `${source}cid:${contentId}`;
  });
  return { html: without, pictures };
}
