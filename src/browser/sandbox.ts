import type { Localized } from '../core/localized.ts';
import { fr } from '../util/french.ts';

/** What decides whether the browser's sandbox can work. */
export interface SandboxFacts {
  readonly platform: NodeJS.Platform;
  readonly uid: number | undefined;
  /** Whether an unprivileged user can run the browser's file. */
  readonly reachable: boolean;
  /** What the kernel says of namespaces for unprivileged users; `restricted` means that AppArmor grants them by program. */
  readonly namespaces: 'allowed' | 'forbidden' | 'restricted';
  /** Whether the setuid helper `chrome-sandbox` stands beside the browser. */
  readonly helper: boolean;
  /** Whether the browser was tried with its sandbox and could not start. */
  readonly refused: boolean;
}

/** `asNobody`: the administrator's process starts the browser as an unprivileged user. */
export interface SandboxDecision {
  readonly on: boolean;
  readonly asNobody: boolean;
  readonly reason: Localized;
}

const reasons = {
  system: {
    fr: 'le bac à sable du système protège la machine',
    en: 'the system’s sandbox protects the machine',
  },
  user: {
    fr: 'l’utilisateur peut créer des espaces de noms',
    en: 'the user may create namespaces',
  },
  helper: {
    fr: fr`le programme « chrome-sandbox » est installé`,
    en: 'the "chrome-sandbox" program is installed',
  },
  nobody: {
    fr: 'le navigateur est lancé sous un compte sans droits et non comme administrateur',
    en: 'the browser runs under an account without rights, not as administrator',
  },
  administrator: {
    fr: 'la commande est lancée comme administrateur et aucun autre compte ne peut lancer ce navigateur',
    en: 'the command runs as administrator and no other account can run this browser',
  },
  forbidden: {
    fr: 'cette machine interdit les espaces de noms aux utilisateurs',
    en: 'this machine forbids namespaces to users',
  },
  apparmor: {
    fr: 'AppArmor réserve les espaces de noms à d’autres programmes',
    en: 'AppArmor keeps namespaces for other programs',
  },
  container: {
    fr: 'le conteneur ou la machine refuse au navigateur de créer des espaces de noms',
    en: 'the container or the machine does not let the browser create namespaces',
  },
} satisfies Record<string, Localized>;

/** Decides from facts alone whether the sandbox is on, and says why. */
export function decideSandbox(facts: SandboxFacts): SandboxDecision {
  if (facts.platform !== 'linux') return { on: true, asNobody: false, reason: reasons.system };
  const isAdministrator = facts.uid === 0;
  if (isAdministrator && !facts.reachable)
    return { on: false, asNobody: false, reason: reasons.administrator };
  const obstacle = findObstacle(facts);
  if (obstacle !== undefined) return { on: false, asNobody: isAdministrator, reason: obstacle };
  if (isAdministrator) return { on: true, asNobody: true, reason: reasons.nobody };
  const isHelped = facts.helper && facts.namespaces === 'forbidden';
  return { on: true, asNobody: false, reason: isHelped ? reasons.helper : reasons.user };
}

function findObstacle(facts: SandboxFacts): Localized | undefined {
  if (facts.refused) return facts.namespaces === 'restricted' ? reasons.apparmor : reasons.container;
  return facts.namespaces === 'forbidden' && !facts.helper ? reasons.forbidden : undefined;
}
