import { ButtonLink } from '#components/ui/button-link.tsx';
import { Panel } from '#components/ui/panel.tsx';
import type { PortalCase } from '#lib/portal/queries/portal-case.ts';
import type { PortalConversation } from '#lib/portal/queries/portal-conversation.ts';
import { pick } from '#lib/words/words.ts';
import { Conversation } from './conversation.tsx';
import { MessageBox } from './message-box.tsx';
import type { PortalReader } from './reader.ts';

interface CaseConversationProps {
  theCase: PortalCase;
  conversation: PortalConversation;
  isOlderPage: boolean;
  reader: PortalReader;
}

/** The conversation with its message box, or the reason why there is none. */
export function CaseConversation({ theCase, conversation, isOlderPage, reader }: CaseConversationProps) {
  const { say } = reader;
  const { number, may, step, state, description } = theCase;
  const isEmpty = description === '' && conversation.comments.length === 0;
  return (
    <Panel title={say('case.conversation')}>
      {isEmpty && <p className="pb-4 text-ink-muted">{say('case.conversation.none')}</p>}
      <Conversation theCase={theCase} conversation={conversation} isOlderPage={isOlderPage} reader={reader} />
      <div className={isEmpty ? undefined : 'mt-4 border-t pt-4'}>
        {may.comment && (
          <MessageBox
            number={number}
            hint={state === 'resolved' ? say('case.write.open') : undefined}
            words={pick(say, ['case.write', 'case.send', 'case.sending', 'answer.lost'])}
          />
        )}
        {step === 'done' && (
          <div className="flex flex-wrap items-center gap-3">
            <p className="text-ink-muted">{say(state === 'cancelled' ? 'case.cancelled' : 'case.closed')}</p>
            <ButtonLink href={`/portal/cases/new?about=${number}`} className="min-h-10">
              {say('case.about')}
            </ButtonLink>
          </div>
        )}
        {!may.comment && step !== 'done' && <p className="text-ink-muted">{say('case.readonly')}</p>}
      </div>
    </Panel>
  );
}
