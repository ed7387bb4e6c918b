import { clsx } from 'clsx';
import type { ReactNode } from 'react';
import { TextLink } from '#components/ui/link.tsx';
import { RichText } from '#components/ui/rich-text.tsx';
import type { PortalCase } from '#lib/portal/queries/portal-case.ts';
import type { PortalComment, PortalConversation } from '#lib/portal/queries/portal-conversation.ts';
import type { PortalReader } from './reader.ts';
import { When } from './when.tsx';

interface ConversationProps {
  theCase: PortalCase;
  conversation: PortalConversation;
  /** Whether this is a page of older messages. */
  isOlder: boolean;
  reader: PortalReader;
}

/** POR-3 · What customer and Support have said to each other, the description first. */
export function Conversation({ theCase, conversation, isOlder, reader }: ConversationProps) {
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
          <Message by={by} at={theCase.openedAt} own={isOwn} reader={reader}>
            <p className="whitespace-pre-wrap wrap-anywhere">{theCase.description}</p>
          </Message>
        )
      )}
      {comments.toReversed().map(({ id, at, side, by: name, html }) => (
        <Message key={id} by={nameOf(side, name, reader)} at={at} own={side === 'reader'} reader={reader}>
          <RichText html={html} />
        </Message>
      ))}
      {isOlder && (
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

interface MessageProps {
  by: string;
  at: string;
  own: boolean;
  reader: PortalReader;
  children: ReactNode;
}

function Message({ by, at, own, reader, children }: MessageProps) {
  return (
    <article
      className={clsx(
        'max-w-[min(38rem,92%)] min-w-0 rounded-md border px-3 py-2',
        own ? 'justify-self-end border-customer-line bg-customer' : 'justify-self-start bg-sunken',
      )}
    >
      <p className="pb-1 text-sm text-ink-muted">
        <span className="font-medium text-ink">{by}</span> · <When at={at} reader={reader} />
      </p>
      {children}
    </article>
  );
}
