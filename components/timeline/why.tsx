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

// Rarely used: popover and code load on demand.
const WhyAnswer = dynamic(() => import('./why-answer.tsx').then((module) => module.WhyAnswer), {
  loading: () => <WhyButton busy />,
});

/** SYNC-4 · Which rule wrote an entry, from which source record and text, and whose update caused it. */
export function Why({ id }: { id: string }) {
  const [isOpen, setOpen] = useState(false);
  return isOpen ? <WhyAnswer id={id} question={QUESTION} /> : <WhyButton onClick={() => setOpen(true)} />;
}
