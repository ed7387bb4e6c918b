import { appUrl } from '#lib/platform/env.ts';
import { escapeHtml } from './escape-html.ts';

/** A case that a mail names beside the one that it is about. */
export type NamedCase = { number: string; title: string };

/** A person with thousands of cases reads the first. */
const NAMED = 50;

/** MAIL-9 · Where a mail leads to: by the configured address alone. It finds the page of the record for whoever opens it. */
export const recordLink = (number: string) => `${appUrl()}/go/${encodeURIComponent(number)}`;

/** NOT-6 · The cases that a mail is about, a line each with its link, as text and as HTML; `more` counts the others. */
export function caseList(cases: readonly NamedCase[], more: (count: number) => string): { text: string; html: string } {
  const named = cases.slice(0, NAMED);
  const others = cases.length > NAMED ? [more(cases.length - NAMED)] : [];
  const lines = named.map(({ number, title }) => `- ${number} ${title}: ${recordLink(number)}`);
  const items = named.map(
    ({ number, title }) =>
      `<li><a href="${escapeHtml(recordLink(number))}">${escapeHtml(number)}</a> ${escapeHtml(title)}</li>`,
  );
  return {
    text: [...lines, ...others.map((each) => `- ${each}`)].join('\n'),
    html: `<ul>${[...items, ...others.map((each) => `<li>${escapeHtml(each)}</li>`)].join('')}</ul>`,
  };
}
