import { arch, platform, userInfo } from 'node:os';

/** The facts of this machine that the browser's start depends on. `uid` is undefined where users have no numbers. */
export interface Machine {
  readonly platform: NodeJS.Platform;
  readonly arch: string;
  readonly uid: number | undefined;
  readonly home: string;
}

/** Facts of the machine that runs this program. */
export function describeMachine(): Machine {
  const { uid, homedir } = userInfo();
  return { platform: platform(), arch: arch(), uid: uid < 0 ? undefined : uid, home: homedir };
}
