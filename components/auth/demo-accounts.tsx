export interface DemoAccount {
  email: string;
  password: string;
  name: string;
  side: 'staff' | 'customers';
  /** The account's role, in a few words. */
  task: string;
}

export interface DemoAccountsProps {
  accounts: readonly DemoAccount[];
  onChoose: (account: DemoAccount) => void;
}

const groups = [
  { side: 'staff', title: 'Demo accounts: staff' },
  { side: 'customers', title: 'Demo accounts: customers' },
] as const;

/** The demo accounts, staff and customers; a click fills the form. */
export function DemoAccounts({ accounts, onChoose }: DemoAccountsProps) {
  return groups.map(({ side, title }) => {
    const people = accounts.filter((account) => account.side === side);
    if (people.length === 0) return null;
    return (
      <section key={side} aria-labelledby={`demo-${side}`} className="mt-6 border-t pt-4">
        <h2 id={`demo-${side}`} className="text-sm font-medium text-ink-muted">
          {title}
        </h2>
        <p className="pb-2 text-sm text-ink-muted">
          Password: <code className="text-ink">{people[0]?.password}</code>
        </p>
        <ul className="-mx-2 grid">
          {people.map((account) => (
            <li key={account.email}>
              <button
                type="button"
                onClick={() => onChoose(account)}
                className="grid min-h-8 w-full rounded-md px-2 py-1 text-left text-sm hover:bg-sunken"
              >
                <span className="wrap-anywhere">{account.email}</span>
                <span className="text-ink-muted">{[account.name, account.task].filter(Boolean).join(' ')}</span>
              </button>
            </li>
          ))}
        </ul>
      </section>
    );
  });
}
