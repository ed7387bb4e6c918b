import { markdownInTurns } from '#lib/journal/markdown-in-turns.ts';
import { appUrl } from '#lib/platform/env.ts';
import type { TaskKind } from '#lib/task/kind.ts';
import type { Language } from '#lib/user/languages.ts';
import { caseList, recordLink } from './case-list.ts';
import { escapeHtml } from './escape-html.ts';
import { type MailFacts, templateOf } from './template-of.ts';
import { en } from './templates/en.ts';
import { ko } from './templates/ko.ts';
import type { Templates } from './templates/template.ts';

const templates: Readonly<Record<Language, Templates>> = { en, ko };

/** What a mail says, and to whom. */
export type MailContent = {
  event: string;
  facts: MailFacts;
  subject: string;
  /** The words of a person, in Markdown. */
  body: string;
  kind: TaskKind;
  number: string;
  language: Language;
  /** Who caused it, as the recipient may read it; null for the product itself, or staff who are not named. */
  author: string | null;
  /** The recipient is a customer. */
  toCustomer: boolean;
};

export type ComposedMail = { subject: string; text: string; html: string };

const style = {
  page: 'margin:0;padding:24px;background:#ffffff;color:#1c2024;font:15px/22px system-ui,-apple-system,"Segoe UI",Roboto,sans-serif',
  words: 'margin:16px 0;padding:4px 16px;border-left:3px solid #d5d9e0',
  foot: 'margin-top:24px;padding-top:12px;border-top:1px solid #e4e7ec;color:#60646c;font-size:13px;line-height:18px',
};

/**
 * MAIL-2 · A mail as plain text and as HTML, of one template in the recipient's language. Words of people are shown as the
 * journal shows them: no tags of theirs, no numbers made into links.
 */
export async function composeMail(mail: MailContent): Promise<ComposedMail> {
  const { mails, kinds, support, product, more } = templates[mail.language];
  const author = mail.author ?? (mail.toCustomer ? support : product);
  const values = { author, kind: kinds[mail.kind], number: mail.number, old: mail.facts.old ?? '' };
  const fill = (text: string) =>
    text.replaceAll(/\{(author|kind|number|old)\}/g, (_all, name: keyof typeof values) => values[name]);
  const template = mails[templateOf(mail.event, mail.facts)];
  const link = { words: fill(template.link), href: recordLink(mail.number) };
  // Own addresses need a host in a mail.
  const words = (await markdownInTurns(mail.body)).replaceAll('href="/', `href="${escapeHtml(appUrl())}/`);
  const cases = caseList(mail.facts.cases ?? [], (count) => more.replace('{count}', String(count)));
  const parts: Readonly<Record<string, { text: string; html: string }>> = {
    '{words}': { text: mail.body, html: `<div style="${style.words}" dir="auto">${words}</div>` },
    '{cases}': cases,
  };
  const text = template.paragraphs.map((each) => parts[each]?.text ?? fill(each));
  const html = template.paragraphs.map((each) => parts[each]?.html ?? `<p>${escapeHtml(fill(each))}</p>`);
  return {
    subject: mail.subject,
    text: `${[...text, `${link.words}: ${link.href}`].join('\n\n')}\n`,
    html: `<!doctype html>
<html lang="${mail.language}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escapeHtml(mail.subject)}</title></head>
<body style='${style.page}'>
<div style="max-width:600px;overflow-wrap:anywhere">
${html.join('\n')}
<p><a href="${escapeHtml(link.href)}">${escapeHtml(link.words)}</a></p>
<p style="${style.foot}">${escapeHtml(mail.subject)}</p>
</div>
</body>
</html>
`,
  };
}
