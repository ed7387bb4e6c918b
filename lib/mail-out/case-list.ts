import { escapeHtml } from './escape-html.ts';
import { recordLink } from './mail-link.ts';

/** A case that a mail names beside the one that it is about. */
export type NamedCase = { number: string; title: string };

/** A person with thousands of cases reads the first. */
const NAMED = 50;

/** NOT-6 · The cases that a mail is about, a line each with its link, as text and as HTML; `more` counts the others. */
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
