/** In a panel the cells at the edges of a table stand below the panel's title. */
export const EDGES = '[&_:is(td,th):first-child]:pl-4 [&_:is(td,th):last-child]:pr-4';

/** The same where the cells of a row run on below its first one on a phone. */
export const STACKED_EDGES = 'max-md:[&_tr]:px-4 md:[&_:is(td,th):first-child]:pl-4 md:[&_:is(td,th):last-child]:pr-4';
