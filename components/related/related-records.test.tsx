import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { RelatedRecords } from './related-records.tsx';

const because = 'CS0001001 does not offer this now.';

test('REL-5 · an empty field says None, and the reason why nothing can be associated is a message below it', () => {
  const related = [
    { link: 'change', label: 'Change Request', record: null, because: null },
    { link: 'causedByChange', label: 'Caused by Change', record: null, because },
  ] as const;
  const shown = renderToStaticMarkup(
    <RelatedRecords source={{ kind: 'case', number: 'CS0001001' }} related={[...related]} actions={[]} updates={{}} />,
  );
  expect(shown.match(/>None</g)).toHaveLength(2);
  expect(shown).toMatch(new RegExp(`None</span><p [^>]*>${because}</p>`));
});
