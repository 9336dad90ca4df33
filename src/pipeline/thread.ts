// Entry of the other thread: fills the orders of the workshop.
import { parentPort, workerData } from 'node:worker_threads';
import type { Format } from '../core/document.ts';
import { fill, sendFault, warmUp, type Answer, type Order } from './workshop.ts';

const formats = workerData as readonly Format[] | undefined;
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
warmUp(formats).catch(() => undefined);
