'use client';

import dynamic from 'next/dynamic';
import { useSyncExternalStore } from 'react';
import { currentQuestion, subscribeToQuestions } from './question.ts';

// Its code comes when something is asked.
const QuestionDialog = dynamic(() => import('./question-dialog.tsx').then((module) => module.QuestionDialog), {
  ssr: false,
});

/** SYNC-MAJ-1 · Where actions ask before they change child cases. One stands in the shell, for all of them. */
export function LazyQuestionDialog() {
  const question = useSyncExternalStore(subscribeToQuestions, currentQuestion, () => null);
  return question && <QuestionDialog {...question} />;
}
