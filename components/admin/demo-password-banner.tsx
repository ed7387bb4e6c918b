import { Banner } from '#components/ui/banner.tsx';
import { demoAccounts } from '#lib/session/demo-accounts.ts';

/** Warns administrators while accounts have the demonstration's password, which everybody knows. */
export async function DemoPasswordBanner() {
  const accounts = await demoAccounts();
  if (accounts.length === 0) return null;
  const who = accounts.length === 1 ? '1 account has' : `${accounts.length} accounts have`;
  return (
    <Banner tone="warning" title={`${who} the demonstration's password.`} className="mb-4">
      Anybody can sign in with it: the sign-in page names these accounts. Deactivate them before real work begins.
    </Banner>
  );
}
