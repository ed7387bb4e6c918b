import type { StandardComment } from '#lib/kinds/case/standard-comments.ts';
import type { CaseState } from '#lib/kinds/case/states.ts';
import type { LinkPurpose } from '#lib/session/link-purpose.ts';

/**
 * An email template: its paragraphs, and the text of the link to the record. Placeholders: `{author}`, `{kind}` and `{number}`
 * for the author and the record, `{old}` for the previous, closed case. The paragraph `{words}` becomes a person's text,
 * `{cases}` a list of cases.
 */
export type Template = {
  paragraphs: readonly string[];
  link: string;
  /** POR-17 · The customer's possible answers; each links to the page for answering. */
  answers?: { accept: string; reject: string };
};

/** The templates that each language has. */
export type TemplateName =
  | 'comment'
  | 'comment by a customer'
  | 'comment by a customer, not verified'
  | 'case resolved'
  | 'case resolved, with words'
  | 'case closed'
  | 'case closed, with words'
  | 'case closed, with a solution'
  | 'work note'
  | 'assignment'
  | 'created'
  | 'associated'
  | 'on hold'
  | 'resolved'
  | 'approval asked'
  | 'major case proposed'
  | 'notification'
  | 'notification of several cases'
  | 'added to read'
  | 'added to answer'
  | 'case opened for you'
  | 'case opened by email'
  | 'answer to a closed case'
  | 'visit booked'
  | 'visit moved'
  | 'visit cancelled'
  | 'visit to come'
  | 'visit for technician'
  | 'visit cancelled for technician'
  | 'invitation'
  | 'reset';

/** The email templates of one language. */
export type Templates = {
  mails: Readonly<Record<TemplateName, Template>>;
  /** The subjects of emails that are about no record. */
  subjects: Readonly<Record<LinkPurpose, string>>;
  /** The states of a case, as a message names them. */
  states: Readonly<Record<CaseState, string>>;
  /** CASE-3 · The product's own comments. */
  comments: Readonly<Record<StandardComment, string>>;
  /** How customers see unnamed staff as an author; `product`: how staff see the product itself. */
  support: string;
  product: string;
  /** Added to emails that customers can reply to, unless the template already says so. */
  reply: string;
  /** The end of a shortened list: `{count}` others. */
  more: string;
};
