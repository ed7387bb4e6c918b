import { useKept } from '#components/ui/kept/use-kept.ts';
import type { Person } from './mentions.tsx';

const nobody: readonly Person[] = [];

/** Those whom one has mentioned in a text that is not posted yet, kept as long as it is. */
export function useMentioned(box: string, setText: (text: string) => void) {
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

  return { mentioned, add, take };
}
