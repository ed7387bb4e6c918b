/** In a panel, the outer cells of a table align with the panel's title. */
export const EDGES = '[&_:is(td,th):first-child]:pl-4 [&_:is(td,th):last-child]:pr-4';

/** The same for tables that stack the cells of a row on a phone. */
export const STACKED_EDGES = 'max-md:[&_tr]:px-4 md:[&_:is(td,th):first-child]:pl-4 md:[&_:is(td,th):last-child]:pr-4';
