import type { NewEntry } from '#components/timeline/posting.tsx';

interface WhichComposerProps {
  isCase: boolean;
  chosen: NewEntry['type'];
  onChoose: (type: NewEntry['type']) => void;
}

/** REC-1 · Switches between the composers on a small screen; each label says who reads the text. */
export function WhichComposer({ isCase, chosen, onChoose }: WhichComposerProps) {
  const options = [
    { type: 'work_note', label: 'Work note' },
    { type: 'comment', label: isCase ? 'Reply to customer' : 'Comment' },
  ] as const;
  return (
    <fieldset className="flex gap-1 md:hidden">
      <legend className="sr-only">What to write</legend>
      {options.map(({ type, label }) => (
        <label key={type} className="choice">
          <input
            type="radio"
            name="writing"
            className="sr-only"
            checked={type === chosen}
            onChange={() => onChoose(type)}
          />
          {label}
        </label>
      ))}
    </fieldset>
  );
}
