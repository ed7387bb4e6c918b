import type { ReactNode } from 'react';
import type { Tone } from '#components/ui/badge.tsx';

/** A dependency of the product: its state in a word and in sentences. */
export type Part = { name: string; tone: Tone; state: string; children: ReactNode };

interface Fault {
  /** Since when, and the consequences. */
  says: ReactNode;
  problem: string;
  todo: string;
}

/** ADM-11 · A dependency that fails: the consequences, the cause and what to do. */
export function notWorking(name: string, { says, problem, todo }: Fault): Part {
  const children = (
    <>
      <p>{says}</p>
      <p>What is wrong: {problem}</p>
      <p>{todo}</p>
    </>
  );
  return { name, tone: 'red', state: 'Not working', children };
}
