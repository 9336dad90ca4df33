import { kill, pid } from 'node:process';
import { platform } from 'node:os';

/** Number of this process, for names of temporary folders. */
export const ownProcess = pid;

/** Ends a process and all its children at once. Never throws. */
export function killGroup(leader: number): void {
  try {
    kill(platform() === 'win32' ? leader : -leader, 'SIGKILL');
  } catch {
    // It is gone already.
  }
}

/** Whether a process of this number exists. */
export function isAlive(process: number): boolean {
  try {
    kill(process, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
