import { KeptTextsAbout } from '#components/ui/kept/kept-texts-about.tsx';
import { pick, type Say } from '#lib/words/words.ts';
import { AnswerSolution } from './answer-solution.tsx';

/** CASE-3 · The buttons that answer a proposed solution, wherever they are; what is typed is kept under the case. */
export function CaseAnswer({ number, say }: { number: string; say: Say }) {
  const words = pick(say, ['case.accept', 'case.reject', 'case.reject.reason', 'case.reject.send', 'answer.lost']);
  return (
    <KeptTextsAbout about={number}>
      <AnswerSolution number={number} words={words} />
    </KeptTextsAbout>
  );
}
