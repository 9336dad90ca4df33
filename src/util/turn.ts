import { setImmediate } from 'node:timers/promises';

/**
 * Lets what happens meanwhile go on: a browser that starts speaks with us in many small steps, and would wait for the
 * end of a long one of ours.
 */
export async function giveWay(): Promise<void> {
  for (let turn = 0; turn < 4; turn++) await setImmediate();
}
