export interface DemoAccount {
  email: string;
  password: string;
  /** What this person does, in a few words. */
  role: string;
}

export interface DemoAccountsProps {
  accounts: readonly DemoAccount[];
  onChoose: (account: DemoAccount) => void;
}

/** The people of the demonstration; a click fills the form. */
export function DemoAccounts({ accounts, onChoose }: DemoAccountsProps) {
  return (
    <section aria-labelledby="demo-accounts" className="mt-6 border-t pt-4">
      <h2 id="demo-accounts" className="pb-2 text-sm font-medium text-ink-muted">
        Demo accounts
      </h2>
      <ul className="-mx-2 grid">
        {accounts.map((account) => (
          <li key={account.email}>
            <button
              type="button"
              onClick={() => onChoose(account)}
              className="flex min-h-8 w-full flex-wrap items-center justify-between gap-x-4 rounded-md px-2 py-1 text-left text-sm hover:bg-sunken"
            >
              <span>{account.email}</span>
              <span className="text-ink-muted">{account.role}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
