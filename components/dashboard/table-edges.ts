/** In a panel the cells at the edges of a table stand below the panel's title. */
export const EDGES = '[&_:is(td,th):first-child]:pl-4 [&_:is(td,th):last-child]:pr-4';
