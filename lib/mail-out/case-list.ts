import { escapeHtml } from './escape-html.ts';
import { recordLink } from './mail-link.ts';

/** A further case that an email names. */
export type NamedCase = { number: string; title: string };

/** The most cases that an email lists; a person can have thousands. */
const NAMED = 50;

/** NOT-6 · The cases that an email is about, one per line with its link, as text and as HTML; `more` counts the others. */
export function caseList(
  cases: readonly NamedCase[],
  toCustomer: boolean,
  more: (count: number) => string,
): { text: string; html: string } {
  const named = cases.slice(0, NAMED);
  const others = cases.length > NAMED ? [more(cases.length - NAMED)] : [];
  const lines = named.map(({ number, title }) => `- ${number} ${title}: ${recordLink(number, toCustomer)}`);
  const items = named.map(
    ({ number, title }) =>
      `<li><a href="${escapeHtml(recordLink(number, toCustomer))}">${escapeHtml(number)}</a> ${escapeHtml(title)}</li>`,
  );
  return {
    text: [...lines, ...others.map((each) => `- ${each}`)].join('\n'),
    html: `<ul>${[...items, ...others.map((each) => `<li>${escapeHtml(each)}</li>`)].join('')}</ul>`,
  };
}
