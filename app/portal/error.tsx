'use client';

import { Button } from '#components/ui/button.tsx';

/** Shows a page's error inside the portal layout, which provides the texts. */
export default function PortalError({ retry }: { retry: () => void }) {
  const { failed, again } = document.getElementById('portal')?.dataset ?? {};
  return (
    <div role="alert" className="grid justify-items-center gap-3 py-12">
      <h1 className="text-lg font-semibold">{failed}</h1>
      <Button onClick={retry}>{again}</Button>
    </div>
  );
}
