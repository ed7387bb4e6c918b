'use client';

import { clsx } from 'clsx';
import { type KeyboardEvent, type ReactNode, type Ref, useRef } from 'react';
import { Button } from '#components/ui/button.tsx';
import { useDraftText } from '#components/ui/drafts/use-draft-text.ts';
import { TextArea } from '#components/ui/text-area.tsx';
import { AttachButton, DiscardButton } from './composer-buttons.tsx';
import { ComposerLabel } from './composer-label.tsx';
import { LazyMentions, LazyReplyTemplates } from './lazy-parts.ts';
import type { NewEntry } from './posting.tsx';
import { useMentioned } from './use-mentioned.ts';
import { useOpenComposer } from './use-open-composer.ts';

interface ComposerProps {
  label: string;
  button: string;
  /** Who reads it. */
  audience: string;
  /** The key that focuses it. */
  shortcut: string;
  /** Hidden on a small screen, which shows the other composer. */
  aside?: boolean;
  internal?: boolean;
  box: Ref<HTMLTextAreaElement>;
  /** The record accepts no entries. */
  closed: boolean;
  /** Null: files cannot be attached. */
  onAttach: (() => void) | null;
  /** The addresses that answer `?q=` with people to mention, and with `?type=` reply templates. */
  people: string;
  templates: string;
  /** Tools for the typed text. */
  tools?: (text: string) => ReactNode;
  /** Resolves with whether the author was asked for confirmation and did not confirm. */
  onPost: (entry: NewEntry) => Promise<boolean>;
}

/**
 * REC-1 · Writes an entry; the background and the line below say who will read it. A draft survives leaving the page. When the
 * record is closed, the draft stays so that it can be copied.
 */
export function Composer({
  label,
  button,
  audience,
  shortcut,
  aside = false,
  internal = false,
  box,
  closed,
  onAttach,
  people,
  templates,
  tools,
  onPost,
}: ComposerProps) {
  const id = internal ? 'work-notes' : 'additional-comments';
  const type = internal ? 'work_note' : 'comment';
  const [text, setText] = useDraftText(id);
  const isBlank = text.trim() === '';
  const { mentioned, add, take, restore } = useMentioned(id, setText);
  const composer = useRef<HTMLDivElement>(null);
  const { open, unfold } = useOpenComposer(composer);

  function post() {
    if (closed || isBlank) return;
    void onPost({ type, text, mentions: take(text) }).then((isDeclined) => isDeclined && restore(text, mentioned));
    setText('');
    // A disabled button would lose the focus.
    document.getElementById(id)?.focus();
  }

  function postByKey(event: KeyboardEvent) {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    post();
  }

  if (closed && text === '') return null;
  return (
    <div
      ref={composer}
      className={clsx(
        'composer',
        internal ? 'border-note-line bg-note' : 'bg-surface',
        text === '' && !open ? 'composer-idle' : 'composer-open',
        aside && 'max-md:hidden',
      )}
    >
      <ComposerLabel box={id} label={label} internal={internal} shortcut={shortcut} />
      <TextArea
        id={id}
        ref={box}
        rows={2}
        value={text}
        onFocus={unfold}
        readOnly={closed}
        aria-describedby={`${id}-audience`}
        onChange={({ target }) => setText(target.value)}
        onKeyDown={postByKey}
      />
      {open && !closed && <LazyMentions box={id} source={people} mentioned={mentioned} onMention={add} />}
      {open && !closed && <LazyReplyTemplates box={id} source={`${templates}&type=${type}`} onInsert={setText} />}
      <div className="composer-foot">
        <p id={`${id}-audience`} aria-live="polite" className="min-w-0 flex-1 text-sm text-ink-muted">
          {closed ? 'The record was closed in the meantime. This was not posted.' : audience}
        </p>
        {closed && <DiscardButton onDiscard={() => setText('')} />}
        {!closed && onAttach && <AttachButton onAttach={onAttach} />}
        {!closed && !isBlank && tools?.(text)}
        <Button size="s" disabled={closed || isBlank} onClick={post}>
          {button}
        </Button>
      </div>
    </div>
  );
}
