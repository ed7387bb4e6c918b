import type { Actor } from '#lib/platform/actor.ts';
import type { TaskKind } from '#lib/record/kind.ts';
import type { Settings } from '#lib/settings/settings.ts';
import { commentsReachChildren } from '#lib/sync/comments-reach-children.ts';
import { isRuleActive } from '#lib/sync/is-rule-active.ts';
import type { CommentReader } from './queries/comment-reader.ts';

type Around = {
  actor: Actor;
  settings: Settings;
  /** The customer of a case, the caller of an incident, or the requester of a request. */
  reader: CommentReader | null;
  /** The account of a case, by name. */
  account: string | undefined;
  /** Comments are posted to an open case. */
  isTold: boolean;
  /** The watch list is not empty. */
  watched: boolean;
};

/** MAIL-6 · The email is sent to an address that failed before, but the message doesn't promise that it arrives. */
function emailed({ name, unreachable }: CommentReader): string {
  if (unreachable === '') return `${name} will be emailed.`;
  return `${name} will be emailed, but the last email did not arrive: ${unreachable.replace(/\.$/, '')}.`;
}

/** MAIL-10 · Inactive customers and those without an address get no email. */
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

/** SYNC-MAJ-1 · Customers see a major case's comments only as copies in their own cases. */
function ofMajorCase({ settings }: Around): string {
  const none = 'A major case has no customer of its own.';
  if (commentsReachChildren(settings)) return none;
  return `${none} Comments are not copied into its child cases: no customer sees this. Use Notify Customers to write to them.`;
}

/** SYNC-REQ-3 · The requester is emailed only if no case gets the comment, and never if external. */
function isMailed({ actor, isTold }: Around, reader: CommentReader): boolean {
  if (isTold || reader.id === actor.id) return false;
  return reader.active && reader.hasAddress && !reader.customer;
}

/** REL-9, INC-6, MAIL-10 · Why the caller of an incident gets no email about a comment; null: one is sent. */
function whyNotMailed({ actor, reader }: Around): string | null {
  if (!reader) return 'There is no caller';
  if (reader.customer) return `${reader.name} is external`;
  if (reader.id === actor.id) return 'You are the caller';
  if (!reader.active) return `${reader.name} is no longer active`;
  return reader.hasAddress ? null : `${reader.name} has no email address`;
}

/** REL-9, INC-6 · Who is emailed about a comment on an incident. */
function ofIncident(around: Around): string {
  const because = whyNotMailed(around);
  if (because === null) return around.reader ? emailed(around.reader) : '';
  return `${because}: ${around.watched ? 'only the watch list is emailed' : 'no email is sent'}.`;
}

/** MAIL-10, INC-6 · Who will read an additional comment. The composer shows it before the user writes. */
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
