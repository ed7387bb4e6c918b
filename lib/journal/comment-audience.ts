import type { Actor } from '#lib/platform/actor.ts';
import type { TaskKind } from '#lib/record/kind.ts';
import type { Settings } from '#lib/settings/settings.ts';
import { commentsReachChildren } from '#lib/sync/comments-reach-children.ts';
import { isRuleActive } from '#lib/sync/is-rule-active.ts';
import type { CommentReader } from './queries/comment-reader.ts';

type Around = {
  actor: Actor;
  settings: Settings;
  /** The customer of a case, the caller of an incident, or who asked for a request. */
  reader: CommentReader | null;
  /** The account of a case, by name. */
  account: string | undefined;
  /** Comments are written into an open case. */
  isTold: boolean;
  /** Somebody is on the watch list. */
  watched: boolean;
};

/** MAIL-6 · An address that has failed is tried again: the email is sent, and nobody is promised that it arrives. */
function emailed({ name, unreachable }: CommentReader): string {
  if (unreachable === '') return `${name} will be emailed.`;
  return `${name} will be emailed, but the last email did not arrive: ${unreachable.replace(/\.$/, '')}.`;
}

/** MAIL-10 · A customer without an address, or who has left, gets no mail. */
function ofCustomer(reader: CommentReader): string {
  const { name, active, hasAddress } = reader;
  if (!active) return `Customers see this. No email is sent: ${name} is no longer active.`;
  return hasAddress ? emailed(reader) : `${name} will see this. No email is sent: there is no email address.`;
}

function ofCase({ reader, account }: Around): string {
  if (reader) return ofCustomer(reader);
  if (account) return `Customers of ${account} will see this. No one is emailed.`;
  return 'This case has no customer yet who would see this.';
}

/** SYNC-MAJ-1 · Customers read what is written into a major case by its copies in their own cases, and not at all without them. */
function ofMajorCase({ settings }: Around): string {
  const none = 'A major case has no customer of its own.';
  if (commentsReachChildren(settings)) return none;
  return `${none} Comments are not copied into its child cases: no customer sees this. Use Notify Customers to write to them.`;
}

/** SYNC-REQ-3 · Whoever asked for a request hears of it where no case does; an external person never. */
function isMailed({ actor, isTold }: Around, reader: CommentReader): boolean {
  if (isTold || reader.id === actor.id) return false;
  return reader.active && reader.hasAddress && !reader.customer;
}

/** REL-9, INC-6, MAIL-10 · Why the caller of an incident gets no mail about a comment; null: one is queued. */
function whyNotMailed({ actor, reader }: Around): string | null {
  if (!reader) return 'There is no caller';
  if (reader.customer) return `${reader.name} is external`;
  if (reader.id === actor.id) return 'You are the caller';
  if (!reader.active) return `${reader.name} is no longer active`;
  return reader.hasAddress ? null : `${reader.name} has no email address`;
}

/** REL-9, INC-6 · Who is mailed about a comment of an incident. */
function ofIncident(around: Around): string {
  const because = whyNotMailed(around);
  if (because === null) return around.reader ? emailed(around.reader) : '';
  return `${because}: ${around.watched ? 'only the watch list is emailed' : 'no email is sent'}.`;
}

/** MAIL-10, INC-6 · Who reads an additional comment: the composer says it before one writes. */
export function commentAudience(
  record: { kind: TaskKind; incidentId?: string | null; majorCaseState?: string | null },
  around: Around,
): string {
  if (record.kind === 'incident') return `${ofIncident(around)} Customers never see it here.`;
  if (record.kind !== 'case') {
    const { reader } = around;
    const who = reader && isMailed(around, reader) ? emailed(reader) : 'Staff read it.';
    return `${who} Customers never see it here.`;
  }
  const isCopied = record.incidentId != null && isRuleActive('SYNC-CASE-2', around.settings);
  const who = record.majorCaseState === 'accepted' ? ofMajorCase(around) : ofCase(around);
  return `${who}${isCopied ? ' Also posted as a work note on its incident.' : ''}`;
}
