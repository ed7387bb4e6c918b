// Every page brings this along in case it is needed: on the client's side it is a name in the page, not a tree.
'use client';

import { BarePage } from '#components/error-page/bare-page.tsx';
import { NothingHere } from '#components/error-page/nothing-here.tsx';

export default function NotFound() {
  return (
    <BarePage>
      <NothingHere />
    </BarePage>
  );
}
