import { StateBadge } from '#components/ui/badge.tsx';
import { ExactTime } from '#components/ui/exact-time.tsx';
import { fileSize } from '#lib/attachment/file-size.ts';
import type { Health } from '#lib/jobs/queries/health.ts';
import { listening, readingIncoming } from './incoming-mail-status.tsx';
import { notWorking, type Part } from './not-working.tsx';

const emails = (count: number) =>
  count === 1 ? '1 email is waiting' : `${count.toLocaleString('en')} emails are waiting`;

function sending({ hasServer, unreachable, waiting }: Health['mail']): Part {
  const name = 'Sending emails';
  if (!hasServer)
    return {
      name,
      tone: 'muted',
      state: 'Not set up',
      children: 'Emails stay in the mailbox: SMTP_URL is not set.',
    };
  if (!unreachable) return { name, tone: 'green', state: 'Working', children: 'The email server accepts emails.' };
  return notWorking(name, {
    says: (
      <>
        The email server has accepted no emails since <ExactTime at={unreachable.since} />. {emails(waiting)}. Nothing
        is lost: waiting emails are sent once it is back. Next try at <ExactTime at={unreachable.nextTryAt} />.
      </>
    ),
    problem: unreachable.error,
    todo: 'Check that the server in SMTP_URL is running, can be reached from here and accepts the name and password.',
  });
}

function reading({ unreachable }: Health['mailbox']): Part {
  const name = 'Reading the mailbox';
  if (!unreachable) return { name, tone: 'green', state: 'Working', children: 'Emails are received from IMAP_URL.' };
  return notWorking(name, {
    says: (
      <>
        The mailbox has been unreachable since <ExactTime at={unreachable.since} />. Emails from customers wait there
        and are received once its server is back.
      </>
    ),
    problem: unreachable.error,
    todo: 'Check that the server in IMAP_URL is running, can be reached from here and accepts the name and password.',
  });
}

function storing({ problem, free, isLittle, folder }: Health['attachments']): Part {
  const name = 'Storing attachments';
  const room = free === null ? '' : `${fileSize(free)} free`;
  if (problem !== null)
    return notWorking(name, {
      says: `Attachments cannot be stored${room && ` (${room})`}. Users who attach a file see an error. Emails with files are kept and filed automatically once there is space.`,
      problem,
      todo: `Free space on the disk of ${folder}, or give the server permission to write there.`,
    });
  if (isLittle)
    return {
      name,
      tone: 'amber',
      state: 'Nearly full',
      children: `${room} on the disk of ${folder}: free space before attachments are refused.`,
    };
  return { name, tone: 'green', state: 'Working', children: room };
}

/** ADM-11 · the product's dependencies besides its database: state, failing since when, what waits and what to do. */
export function ServiceStatus({ mail, mailbox, listener, incoming, attachments, at }: Health) {
  const parts = [
    sending(mail),
    listening(listener),
    ...(mailbox.isRead ? [reading(mailbox)] : []),
    readingIncoming(incoming, at),
    storing(attachments),
  ];
  return (
    <ul className="divide-y">
      {parts.map(({ name, tone, state, children }) => (
        <li key={name} className="flex flex-wrap items-start gap-x-4 gap-y-1.5 px-4 py-2.5">
          <span className="w-44 shrink-0 font-medium">{name}</span>
          <span className="w-32 shrink-0">
            <StateBadge tone={tone}>{state}</StateBadge>
          </span>
          <div className="grid min-w-0 max-w-prose flex-1 basis-72 gap-1 wrap-anywhere text-ink-muted">{children}</div>
        </li>
      ))}
    </ul>
  );
}
