/** WO-2 · Said where a case and its work orders meet. */
export function SeparateWays({ caseNumber }: { caseNumber?: string }) {
  return (
    <p className="text-sm text-ink-muted">
      {caseNumber
        ? `Created from ${caseNumber}. Later changes are not copied between the case and this work order.`
        : 'Later changes are not copied between this case and its work orders.'}
    </p>
  );
}
