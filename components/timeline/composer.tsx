'use client';

import { clsx } from 'clsx';
import { type KeyboardEvent, type Ref, useRef } from 'react';
import { Button } from '#components/ui/button.tsx';
import { Icon } from '#components/ui/icon.tsx';
import { Kbd } from '#components/ui/kbd.tsx';
import { useKeptText } from '#components/ui/kept/use-kept.ts';
import { TextArea } from '#components/ui/text-area.tsx';
import { useOpenComposer } from './use-open-composer.ts';

interface ComposerProps {
  label: string;
  button: string;
  /** Who reads it. */
  audience: string;
  /** The key that leads here. */
  shortcut: string;
  /** On a small screen the other one is shown. */
  aside?: boolean;
  internal?: boolean;
  box: Ref<HTMLTextAreaElement>;
  /** The record takes no entries, or no longer. */
  closed: boolean;
  onPost: (text: string) => void;
}

/**
 * REC-1 · Where one writes an entry; the ground and the line below say who will read it. Words that are in it when the
 * page is left are there again, and when the record is closed they stay, to be copied.
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
  onPost,
}: ComposerProps) {
  const id = internal ? 'work-notes' : 'additional-comments';
  const [text, setText] = useKeptText(id);
  const composer = useRef<HTMLDivElement>(null);
  const { open, unfold } = useOpenComposer(composer);

  function post() {
    if (closed || text.trim() === '') return;
    onPost(text);
    setText('');
    // The button has nothing to post now, and a button that cannot be pressed loses the focus.
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
        // One line until one writes in it.
        text === '' && !open && 'composer-idle',
        aside && 'max-md:hidden',
      )}
    >
      <label htmlFor={id}>
        {internal ? (
          <Icon name="lock" className="size-3.5 shrink-0" />
        ) : (
          <Icon name="send" className="size-3.5 shrink-0" />
        )}
        <span>{label}</span>
        <span aria-hidden>
          <Kbd>{shortcut}</Kbd>
        </span>
      </label>
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
      <div className="composer-foot">
        <p id={`${id}-audience`} aria-live="polite" className="min-w-0 flex-1 text-sm text-ink-muted">
          {closed ? 'The record was closed meanwhile: this was not posted.' : audience}
        </p>
        {closed && (
          <Button size="s" variant="quiet" onClick={() => setText('')}>
            Discard
          </Button>
        )}
        <Button size="s" disabled={closed || text.trim() === ''} onClick={post}>
          {button}
        </Button>
      </div>
    </div>
  );
}
