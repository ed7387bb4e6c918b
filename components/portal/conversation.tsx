import { clsx } from 'clsx';
import { TextLink } from '#components/ui/link.tsx';
import { RichText } from '#components/ui/rich-text.tsx';
import { escapeHtml } from '#lib/mail-out/escape-html.ts';
import type { PortalCase } from '#lib/portal/queries/portal-case.ts';
import type { PortalComment, PortalConversation } from '#lib/portal/queries/portal-conversation.ts';
import { dateTime, dateTimeInZone, type PortalReader } from './reader.ts';

interface ConversationProps {
  theCase: PortalCase;
  conversation: PortalConversation;
  /** Whether this is a page of older messages. */
  isOlderPage: boolean;
  reader: PortalReader;
}

/** POR-3 · The messages between customer and Support, the description first. */
export function Conversation({ theCase, conversation, isOlderPage, reader }: ConversationProps) {
  const { say } = reader;
  const { comments, next } = conversation;
  const address = `/portal/cases/${theCase.number}`;
  const { describedBy } = theCase;
  const isOwn = describedBy?.isReader === true;
  const writtenBy = theCase.byPhone ? say('case.by-phone') : say('support');
  const by = isOwn ? say('case.you') : (describedBy?.name ?? writtenBy);
  return (
    <div className="grid gap-3">
      {next ? (
        <p>
          <TextLink href={`${address}?before=${encodeURIComponent(next)}`}>{say('case.earlier')}</TextLink>
        </p>
      ) : (
        theCase.description !== '' && (
          <Message
            by={by}
            at={theCase.openedAt}
            own={isOwn}
            reader={reader}
            html={`<p class="whitespace-pre-wrap wrap-anywhere">${escapeHtml(theCase.description)}</p>`}
          />
        )
      )}
      {comments.toReversed().map(({ id, at, side, by: name, html }) => (
        <Message
          key={id}
          by={nameOf(side, name, reader)}
          at={at}
          own={side === 'reader'}
          reader={reader}
          html={`<div class="prose">${html}</div>`}
        />
      ))}
      {isOlderPage && (
        <p>
          <TextLink href={address}>{say('case.newest')}</TextLink>
        </p>
      )}
    </div>
  );
}

function nameOf(side: PortalComment['side'], name: string | null, { say }: PortalReader): string {
  return side === 'reader' ? say('case.you') : (name ?? say('support'));
}

const timeHtml = (at: string, reader: PortalReader) =>
  `<time datetime="${at}" title="${escapeHtml(dateTimeInZone(at, reader))}">${escapeHtml(dateTime(at, reader))}</time>`;

interface MessageProps {
  by: string;
  at: string;
  own: boolean;
  reader: PortalReader;
  html: string;
}

/** Renders the message as HTML text in one element: every element is sent twice, in the page and in its payload. */
function Message({ by, at, own, reader, html }: MessageProps) {
  const head = `<p class="pb-1 text-sm text-ink-muted"><span class="font-medium text-ink">${escapeHtml(by)}</span> · ${timeHtml(at, reader)}</p>`;
  return (
    <RichText
      as="article"
      className={clsx(
        'max-w-[min(38rem,92%)] min-w-0 rounded-md border px-3 py-2',
        own ? 'justify-self-end border-customer-line bg-customer' : 'justify-self-start bg-sunken',
      )}
      html={head + html}
    />
  );
}
