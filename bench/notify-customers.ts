import { isDeepStrictEqual } from 'node:util';
import { notifiedOnce } from '#lib/testing/notified.ts';
import { anOutage, type Outage } from './outage.ts';
import type { Figure } from './report.ts';
import { rounded, timeOf } from './statistics.ts';

const CASES = 10_000;
const SUBMIT_MS = 2_000;
const PER_SECOND = 100;

/** Q-2 · A message to the customers of 10,000 cases: time until Submit answers, every case has it, and every email is sent. */
export async function notifyCustomers(): Promise<Figure[]> {
  await using outage = await anOutage('bench_notify', CASES);
  const generated = await timeOf(outage.generate);
  const submitted = await timeOf(outage.submit);
  const { told, left, busiest } = await untilAllLeft(outage);
  const came = await outage.told();
  if (!isDeepStrictEqual(came, notifiedOnce(CASES))) throw new Error(`They were told so: ${JSON.stringify(came)}`);
  const perSecond = CASES / left;
  const of = `Notify Customers, ${CASES.toLocaleString('en')} cases`;
  return [
    {
      id: 'Q-2 submit',
      what: `${of}: until Submit answers`,
      measured: `${rounded(submitted)} ms`,
      asked: `under ${SUBMIT_MS.toLocaleString('en')} ms`,
      met: submitted < SUBMIT_MS,
      values: { submit: submitted, generate: generated },
    },
    {
      id: 'Q-2 told',
      what: `${of}: from the answer until progress shows that every case has the message`,
      measured: `${rounded(told)} s`,
      asked: '',
      values: { seconds: told },
    },
    {
      id: 'Q-2 mails',
      what: `${of}: mails into an SMTP server beside it, from the answer to the last one`,
      measured: `${rounded(perSecond)}/s, ${rounded(busiest)}/s from the first mail on`,
      asked: `at least ${PER_SECOND}/s`,
      met: perSecond >= PER_SECOND,
      values: { perSecond, seconds: left, fromTheFirst: busiest },
    },
  ];
}

/** Seconds until progress shows all cases as done and until the last email was received, and emails per second. */
async function untilAllLeft({ sink, follow }: Outage) {
  const began = performance.now();
  let told = 0;
  await follow(({ cases }) => {
    if (told === 0 && cases.told === CASES) told = (performance.now() - began) / 1000;
  });
  const [first = Number.NaN, last = Number.NaN] = [sink.received[0]?.at, sink.received.at(-1)?.at];
  return { told, left: (last - began) / 1000, busiest: (sink.received.length / (last - first)) * 1000 };
}
