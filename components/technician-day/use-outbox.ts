'use client';

import { useCallback, useEffect, useRef, useState } from 'react';
import { v4 as uuid } from 'uuid';
import {
  discardedSteps,
  inOrder,
  isUnsent,
  type NewStep,
  nextStep,
  retryStep,
  type Step,
} from '#lib/technician-day/outbox.ts';
import { deleteSteps, putStep, stepsOf } from './outbox-store.ts';
import { sendStep } from './send-step.ts';
import { markUnsent } from './unsent-mark.ts';

/** Retry interval in milliseconds: not every browser reports that the network is back. */
const TRY_EVERY = 20_000;
const A_DAY = 24 * 60 * 60_000;

/** Only one page of this browser sends at a time. */
const alone = (work: () => Promise<void>): Promise<unknown> =>
  navigator.locks ? navigator.locks.request('my-day-send', { ifAvailable: true }, (lock) => lock && work()) : work();

const isOld = (step: Step) => !isUnsent(step) && Date.parse(step.at) < Date.now() - A_DAY;

/**
 * WO-18 · The steps on this phone. Each is stored first, then sent in order as soon as there is a network. `onSent`: called
 * after the server has answered steps.
 */
export function useOutbox(userId: string, onSent: () => void) {
  const [steps, setSteps] = useState<readonly Step[] | null>(null);
  const sending = useRef(false);

  const read = useCallback(async () => {
    const all = await stepsOf(userId);
    await deleteSteps(all.filter(isOld));
    const left = inOrder(all.filter((step) => !isOld(step)));
    markUnsent(userId, left.some(isUnsent));
    setSteps(left);
    return left;
  }, [userId]);

  const send = useCallback(async () => {
    if (sending.current) return;
    sending.current = true;
    let isDone = false;
    await alone(async () => {
      for (let step = nextStep(await read()); step; step = nextStep(await read())) {
        const answered = await sendStep(step);
        if (!answered) break;
        await putStep(answered);
        isDone = true;
      }
    }).finally(() => {
      sending.current = false;
    });
    await read();
    if (isDone) onSent();
  }, [read, onSent]);

  useEffect(() => {
    void send();
    const online = () => void send();
    const inSight = () => document.visibilityState === 'visible' && void send();
    const timer = setInterval(() => void send(), TRY_EVERY);
    window.addEventListener('online', online);
    document.addEventListener('visibilitychange', inSight);
    return () => {
      clearInterval(timer);
      window.removeEventListener('online', online);
      document.removeEventListener('visibilitychange', inSight);
    };
  }, [send]);

  async function add(number: string, what: NewStep): Promise<void> {
    const order = Math.max(0, ...(await stepsOf(userId)).map((step) => step.order)) + 1;
    await putStep({ stepId: uuid(), userId, number, at: new Date().toISOString(), order, what, status: 'kept' });
    await read();
    void send();
  }

  async function sendAgain(step: Step): Promise<void> {
    await putStep(retryStep(step));
    await read();
    void send();
  }

  async function removeStep(step: Step): Promise<void> {
    await deleteSteps(discardedSteps(await stepsOf(userId), step));
    await read();
    void send();
  }

  return { steps: steps ?? [], isRead: steps !== null, add, send, sendAgain, removeStep };
}

export type Outbox = ReturnType<typeof useOutbox>;
