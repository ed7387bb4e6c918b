'use client';

import dynamic from 'next/dynamic';
import { useState } from 'react';

const QUESTION = 'Why is this here?';

const WhyButton = (props: { onClick?: () => void; busy?: boolean }) => (
  <button
    type="button"
    className="text-link"
    aria-haspopup="dialog"
    aria-expanded={false}
    aria-busy={props.busy || undefined}
    onClick={props.onClick}
  >
    {QUESTION}
  </button>
);

// Nobody asks of most entries: what floats, and its code, comes when somebody does.
const WhyAnswer = dynamic(() => import('./why-answer.tsx').then((module) => module.WhyAnswer), {
  loading: () => <WhyButton busy />,
});

/** SYNC-4 · Which rule wrote an entry, from which record and words, and whose update caused it. */
export function Why({ id }: { id: string }) {
  const [asked, setAsked] = useState(false);
  return asked ? <WhyAnswer id={id} question={QUESTION} /> : <WhyButton onClick={() => setAsked(true)} />;
}
