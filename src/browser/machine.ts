import { arch, homedir, platform } from 'node:os';
import * as process from 'node:process';

/** The facts of this machine that the browser's start depends on. `uid` is undefined where users have no numbers. */
export interface Machine {
  readonly platform: NodeJS.Platform;
  readonly arch: string;
  readonly uid: number | undefined;
  readonly home: string;
}

/** Facts of the machine that runs this program. */
export function describeMachine(): Machine {
  return { platform: platform(), arch: arch(), uid: process.getuid?.(), home: homeFolder() };
}

/** A container's user may have neither a name nor a home. */
function homeFolder(): string {
  try {
    return homedir();
  } catch {
    return '/';
  }
}
