import { useKept } from '#components/ui/kept/use-kept.ts';
import type { Person } from './mentions.tsx';

const nobody: readonly Person[] = [];

/** Those whom one has mentioned in a text that is not posted yet, kept as long as it is. */
export function useMentioned(box: string, setText: (text: string | ((now: string) => string)) => void) {
  const [mentioned, keep] = useKept(`${box} mentions`, nobody);

  /** Somebody was chosen: `text` has the name in it. */
  function add(text: string, person: Person) {
    setText(text);
    keep((all) => [...all, person]);
  }

  /** The ids of those whose names are still in the text, which is posted: nobody is left. */
  function take(text: string): string[] {
    keep(() => nobody);
    return mentioned.filter(({ label }) => text.includes(`@${label}`)).map(({ id }) => id);
  }

  /** A text that was not posted after all is there again, with those whom it mentions, unless another one was begun. */
  function restore(text: string, people: readonly Person[]) {
    setText((now) => (now === '' ? text : now));
    keep((all) => (all.length === 0 ? people : all));
  }

  return { mentioned, add, take, restore };
}
