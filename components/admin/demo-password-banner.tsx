import { Banner } from '#components/ui/banner.tsx';

/** Warns administrators while accounts still have the publicly known demo password. */
export function DemoPasswordBanner({ accounts }: { accounts: number }) {
  if (accounts === 0) return null;
  const who = accounts === 1 ? '1 account has' : `${accounts} accounts have`;
  return (
    <Banner tone="warning" title={`${who} the demonstration's password.`} className="mb-4">
      Anyone can sign in with it: the sign-in page lists these accounts. Deactivate them before you go live.
    </Banner>
  );
}
