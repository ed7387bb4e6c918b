import { ExactTime } from '#components/ui/exact-time.tsx';
import { Facts } from '#components/ui/facts.tsx';
import type { ReadMail } from '#lib/mail-out/queries/mailbox.ts';

/** Links of an email open in a new tab: the sandboxed frame could not show them. */
const inFrame = (html: string) => html.replace('<head>', '<head><base target="_blank">');

/** MAIL-1 · an email as its recipient sees it, isolated from this page: in a frame without scripts and without an origin. */
export function MailReader({ mail }: { mail: ReadMail }) {
  return (
    <div className="grid max-w-4xl gap-4">
      <Facts
        items={[
          { term: 'From', detail: mail.from },
          { term: 'To', detail: mail.to },
          ...(mail.replyTo
            ? [{ term: 'Reply to', detail: <span className="wrap-anywhere">{mail.replyTo}</span> }]
            : []),
          { term: 'Date', detail: <ExactTime at={mail.at} /> },
        ]}
      />
      <iframe
        title={`Email: ${mail.subject}`}
        srcDoc={inFrame(mail.html)}
        sandbox="allow-popups allow-popups-to-escape-sandbox"
        className="h-96 w-full rounded border bg-white"
      />
      <details>
        <summary className="cursor-pointer text-ink-muted">Plain text</summary>
        <pre className="mt-2 font-sans wrap-anywhere whitespace-pre-wrap">{mail.text}</pre>
      </details>
    </div>
  );
}
