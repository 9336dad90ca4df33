// Entry of the other thread: fills the orders of the workshop, one after the other.
import { parentPort } from 'node:worker_threads';
import { fill, sendFault, type Answer, type Order } from './workshop.ts';

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
