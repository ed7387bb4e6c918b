import type { OwnComment } from '#lib/kinds/case/own-comments.ts';
import type { CaseState } from '#lib/kinds/case/states.ts';
import type { LinkPurpose } from '#lib/session/link-purpose.ts';

/**
 * A mail as a person writes it down: its paragraphs, and what the link to the record says. `{author}`, `{kind}` and `{number}`
 * stand for who caused it and what it is about, `{old}` for the case that was closed before; the paragraph `{words}` for what
 * somebody wrote, `{cases}` for a list of cases.
 */
export type Template = {
  paragraphs: readonly string[];
  link: string;
  /** POR-17 · What customers can answer; each is a link to the page on which they do. */
  answers?: { accept: string; reject: string };
};

/** What there is to be said, in each language. */
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

/** The mails of one language. */
export type Templates = {
  mails: Readonly<Record<TemplateName, Template>>;
  /** The subjects of mails that are about no record. */
  subjects: Readonly<Record<LinkPurpose, string>>;
  /** How a case stands, as a message names it. */
  states: Readonly<Record<CaseState, string>>;
  /** CASE-3 · What the product itself comments. */
  comments: Readonly<Record<OwnComment, string>>;
  /** How customers read who of the staff wrote, and staff the product itself. */
  support: string;
  product: string;
  /** Behind a mail that customers can reply to, if it does not say so itself. */
  reply: string;
  /** The end of a list that is not written out: `{count}` others. */
  more: string;
};
