import { wordsOfVisit } from '#lib/diary/words-of-visit.ts';
import { type StandardComment, standardComments } from '#lib/kinds/case/standard-comments.ts';
import { appUrl } from '#lib/platform/env.ts';
import { type TaskKind, taskKinds } from '#lib/record/kind.ts';
import { queuedTextHtml } from '#lib/text/text-html.ts';
import type { Language } from '#lib/words/languages.ts';
import { caseList } from './case-list.ts';
import { escapeHtml } from './escape-html.ts';
import { mailLink, recordLink } from './mail-link.ts';
import { type MailFacts, templateOf } from './template-of.ts';
import { templatesOf } from './templates/of-language.ts';
import type { Template } from './templates/template.ts';

/** The content and recipient of an email. */
export type MailContent = {
  event: string;
  facts: MailFacts;
  subject: string;
  /** A person's text, in Markdown, ... */
  body: string;
  /** ... or MAIL-4 · the text as typed in an email. */
  isPlain?: boolean;
  /** Null, and no number, if the email concerns only its recipient. */
  kind: TaskKind | null;
  number: string;
  language: Language;
  /** The author, as the recipient may see it; null for the product itself, or for staff who are not named. */
  author: string | null;
  /** The recipient is a customer. */
  toCustomer: boolean;
  /** A reply is added to the case. */
  canReply?: boolean;
};

export type ComposedMail = { subject: string; text: string; html: string };

const style = {
  page: 'margin:0;padding:24px;background:#ffffff;color:#1c2024;font:15px/22px system-ui,-apple-system,"Segoe UI",Roboto,sans-serif',
  words: 'margin:16px 0;padding:4px 16px;border-left:3px solid #d5d9e0',
  foot: 'margin-top:24px;padding-top:12px;border-top:1px solid #e4e7ec;color:#60646c;font-size:13px;line-height:18px',
};

/** The paragraphs of an email with their placeholders filled, and its links. */
function filledIn(mail: MailContent) {
  const { mails, support, product, more, reply } = templatesOf[mail.language];
  const author = mail.author ?? (mail.toCustomer ? support : product);
  const values = {
    author,
    kind: mail.kind ? taskKinds[mail.kind].noun[mail.language] : '',
    number: mail.number,
    old: mail.facts.old ?? '',
    ...wordsOfVisit(mail.facts.visit, mail.language),
  };
  const fill = (text: string) =>
    text.replaceAll(
      /\{(author|kind|number|old|when|before|where)\}/g,
      (_all, name: keyof typeof values) => values[name],
    );
  const name = templateOf(mail.event, mail.facts);
  const { link, answers, ...template } = mails[name];
  // Leave out paragraphs about an unknown place or previous time.
  const paragraphs = template.paragraphs.filter(
    (each) =>
      !(each.includes('{where}') && values.where === '') && !(each.includes('{before}') && values.before === ''),
  );
  const mentionsReply = name === 'notification of several cases';
  const cases = caseList(mail.facts.cases ?? [], mail.toCustomer, (count) => more.replace('{count}', String(count)));
  return {
    paragraphs: [...paragraphs.map(fill), ...(mail.canReply && !mentionsReply ? [reply] : [])],
    links: [...answerLinks(mail, answers), { words: fill(link), href: mailLink(mail) }],
    cases,
  };
}

/** POR-17 · The customer's possible answers to a proposed solution, each a link to the page of the case. */
function answerLinks({ number, toCustomer }: MailContent, answers: Template['answers']) {
  if (!answers || !toCustomer) return [];
  const answerNames = ['accept', 'reject'] as const;
  return answerNames.map((answer) => ({ words: answers[answer], href: recordLink(number, toCustomer, answer) }));
}

/** A person's text as it is; the product's own texts in the reader's language. */
function wordsOf({ body, language }: MailContent): string {
  const [commentName] = Object.entries(standardComments).find(([, text]) => text === body) ?? [];
  return commentName ? templatesOf[language].comments[commentName as StandardComment] : body;
}

const BLANKS = /<[^<>]*>|\n|\t|(?<=^|\n) | {2,}/g;

/** MAIL-4 · Line breaks and indentation for mail programs that do not support CSS white-space. */
const preserveSpaces = (html: string) =>
  html.replaceAll(BLANKS, (found) => {
    if (found.startsWith('<')) return found;
    if (found === '\n') return '<br>';
    return found === '\t'
      ? '&nbsp;'.repeat(8)
      : '&nbsp;'.repeat(found.length - 1).concat(found === ' ' ? '&nbsp;' : ' ');
  });

type Parts = Readonly<Record<string, string>>;

/** MAIL-2 · An email as plain text. */
export function mailText(mail: MailContent): string {
  const { paragraphs, links, cases } = filledIn(mail);
  const parts: Parts = { '{words}': mail.facts.typed ?? wordsOf(mail), '{cases}': cases.text };
  const linkLines = links.map(({ words, href }) => `${words}: ${href}`).join('\n');
  return `${[...paragraphs.map((each) => parts[each] ?? each), linkLines].join('\n\n')}\n`;
}

/**
 * MAIL-2 · An email as plain text and as HTML, from one template in the recipient's language. User text is shown as in the
 * journal: HTML tags are not rendered, and record numbers are not linked.
 */
export async function composeMail(mail: MailContent): Promise<ComposedMail> {
  const { paragraphs, links, cases } = filledIn(mail);
  // Links to our own pages need a host in an email.
  const { isPlain = false } = mail;
  const html = (await queuedTextHtml(wordsOf(mail), { isPlain })).replaceAll(
    'href="/',
    `href="${escapeHtml(appUrl())}/`,
  );
  const words = isPlain ? preserveSpaces(html) : html;
  const parts: Parts = { '{words}': `<div style="${style.words}" dir="auto">${words}</div>`, '{cases}': cases.html };
  return {
    subject: mail.subject,
    text: mailText(mail),
    html: `<!doctype html>
<html lang="${mail.language}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escapeHtml(mail.subject)}</title></head>
<body style='${style.page}'>
<div style="max-width:600px;overflow-wrap:anywhere">
${paragraphs.map((each) => parts[each] ?? `<p>${escapeHtml(each)}</p>`).join('\n')}
<p>${links.map(({ words: each, href }) => `<a href="${escapeHtml(href)}">${escapeHtml(each)}</a>`).join(' &#183; ')}</p>
<p style="${style.foot}">${escapeHtml(mail.subject)}</p>
</div>
</body>
</html>
`,
  };
}
