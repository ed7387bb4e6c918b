import { useDraftState } from '#components/ui/drafts/use-draft-text.ts';
import type { Person } from './mentions.tsx';

const nobody: readonly Person[] = [];

/** The people mentioned in an unposted text, stored as long as the text. */
export function useMentioned(box: string, setText: (text: string | ((now: string) => string)) => void) {
  const [mentioned, setMentioned] = useDraftState(`${box} mentions`, nobody);

  /** Adds a chosen person: `text` includes the name. */
  function add(text: string, person: Person) {
    setText(text);
    setMentioned((all) => [...all, person]);
  }

  /** Returns the ids of people whose names are still in the posted text, and clears the list. */
  function take(text: string): string[] {
    setMentioned(() => nobody);
    return mentioned.filter(({ label }) => text.includes(`@${label}`)).map(({ id }) => id);
  }

  /** Restores a text that was not posted and its mentions, unless another text was begun. */
  function restore(text: string, people: readonly Person[]) {
    setText((now) => (now === '' ? text : now));
    setMentioned((all) => (all.length === 0 ? people : all));
  }

  return { mentioned, add, take, restore };
}
