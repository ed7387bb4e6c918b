import type { SenderVerdict } from '#lib/platform/generated/prisma/client.ts';

/** One method's result, as reported by the receiving server. */
type Finding = { method: string; result: string; properties: Map<string, string> };

const LONGEST = 4_000;

/** Parses `Authentication-Results: mx.example.com; spf=pass smtp.mailfrom=...`, without comments. */
function findingsOf(value: string): { server: string; findings: Finding[] } {
  const [first = '', ...rest] = value
    .slice(0, LONGEST)
    .replaceAll(/\([^()]*\)/g, ' ')
    .split(';');
  const findings = rest.flatMap((part) => {
    const pairs = [...part.matchAll(/(?<![\w.-])([\w.-]{1,100})\s*=\s*"?([^\s";]+)/g)].map(
      ([, name = '', is = '']) => [name.toLowerCase(), is.toLowerCase()] as const,
    );
    const [method] = pairs;
    return method ? [{ method: method[0], result: method[1], properties: new Map(pairs.slice(1)) }] : [];
  });
  return { server: first.trim().split(/\s/)[0]?.toLowerCase() ?? '', findings };
}

/** Whether a domain vouches for another: the same domain or a parent of it. */
function isFor(domain: string | undefined, of: string): boolean {
  const name = domain?.slice(domain.lastIndexOf('@') + 1) ?? '';
  return name.includes('.') && (of === name || of.endsWith(`.${name}`));
}

/** The verdict of a method for the sender's domain. */
function verdictOf({ method, result, properties }: Finding, domain: string): SenderVerdict {
  const looksAt = { dmarc: ['header.from'], dkim: ['header.d', 'header.i'], spf: ['smtp.mailfrom'] }[method];
  if (!looksAt) return 'none';
  const isAligned = looksAt.some((name) => isFor(properties.get(name), domain));
  if (result === 'pass') return isAligned ? 'pass' : 'none';
  const isRefused = result === 'fail' || result === 'softfail';
  return isRefused && (isAligned || method === 'dmarc') ? 'fail' : 'none';
}

/**
 * MAIL-8 · Whether the receiving server verified the sender's address. Only headers of the configured, trusted server count,
 * because anyone can write one; that server removes forged ones. DMARC outweighs the other methods.
 */
export function senderVerdict(
  headers: readonly string[],
  { trusted, address }: { trusted: string; address: string },
): { verdict: SenderVerdict; authentication: string } {
  const domain = address.slice(address.lastIndexOf('@') + 1);
  const ours = headers.filter((value) => trusted !== 'none' && findingsOf(value).server === trusted.toLowerCase());
  const findings = ours.flatMap((value) => findingsOf(value).findings);
  const verdictsOf = (of: readonly Finding[]) => of.map((finding) => verdictOf(finding, domain));
  const dmarc = verdictsOf(findings.filter(({ method }) => method === 'dmarc'));
  const all = dmarc.some((each) => each !== 'none') ? dmarc : verdictsOf(findings);
  const verdict = all.includes('pass') && !dmarc.includes('fail') ? 'pass' : all.includes('fail') ? 'fail' : 'none';
  return { verdict, authentication: ours.join('; ').slice(0, 1000) };
}
