import { KeptTextsAbout } from '#components/ui/kept/kept-texts-about.tsx';
import { pick, type Say } from '#lib/words/words.ts';
import { AnswerSolution, type MailedAnswer } from './answer-solution.tsx';

/** CASE-3 · The buttons that answer a proposed solution, wherever they are; what is typed is kept under the case. */
export function CaseAnswer({ number, mailed, say }: { number: string; mailed?: MailedAnswer; say: Say }) {
  const words = pick(say, [
    'case.accept',
    'case.reject',
    'case.reject.reason',
    'case.reject.send',
    'done.accepted',
    'done.rejected',
    'answer.lost',
  ]);
  return (
    <KeptTextsAbout about={number}>
      <AnswerSolution number={number} mailed={mailed} words={words} />
    </KeptTextsAbout>
  );
}
