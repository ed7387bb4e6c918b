'use client';

import dynamic from 'next/dynamic';
import { useShared } from '#components/ui/shared.ts';
import { openQuestion } from './question.ts';

// Loaded when the first question is asked.
const QuestionDialog = dynamic(() => import('./question-dialog.tsx').then((module) => module.QuestionDialog), {
  ssr: false,
});

/** SYNC-MAJ-1 · Shows the questions of all actions before they change child cases. Mounted once, in the shell. */
export function LazyQuestionDialog() {
  const question = useShared(openQuestion);
  return question && <QuestionDialog {...question} />;
}
