// Entry of the other thread: fills the orders of the first.
import { parentPort, workerData } from 'node:worker_threads';
import { findClaimsHere } from './find-claims.ts';
import { sendFault, type Answer, type Order, type Parts } from './other-thread.ts';
import { sendClaims } from './sent-claims.ts';

async function fill(order: Order): Promise<unknown> {
  if (order.task === 'findClaims') return sendClaims(await findClaimsHere(order.text));
  // The workshop is large: a check, which has nothing made, never loads it.
  const workshop = await import('./workshop.ts');
  return workshop.fill(order);
}

async function warmUp(parts: Parts): Promise<void> {
  if (parts === 'claims') await import('../claim/claims.ts');
  else await import('./workshop.ts').then((workshop) => workshop.warmUp(parts));
}

parentPort?.on('message', ({ id, ...order }: Order & { id: number }) => {
  const answer = (given: Answer): void => parentPort?.postMessage(given);
  fill(order).then(
    (value) => {
      answer({ id, value });
    },
    (fault: unknown) => {
      answer({ id, fault: sendFault(fault) });
    },
  );
});
// Whoever asks for what cannot be loaded is told then.
warmUp(workerData as Parts).catch(() => undefined);
