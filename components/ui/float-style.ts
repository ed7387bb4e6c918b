/** What floats above the page: the only things that cast a shadow. */
export const floatStyle = 'animate-open rounded-md border bg-raised text-ink shadow-float focus:outline-none';
