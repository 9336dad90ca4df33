import { expect, it } from 'vitest';
import { decideSandbox } from '../../src/browser/sandbox.ts';
import type { SandboxFacts } from '../../src/browser/sandbox.ts';

const user: SandboxFacts = {
  platform: 'linux',
  uid: 1000,
  reachable: true,
  namespaces: 'allowed',
  helper: false,
  refused: false,
};

const cases: [string, Partial<SandboxFacts>, { on: boolean; asNobody: boolean; reason: RegExp }][] = [
  ['a user', {}, { on: true, asNobody: false, reason: /may create namespaces/ }],
  ['an administrator', { uid: 0 }, { on: true, asNobody: true, reason: /without rights/ }],
  [
    'an administrator alone',
    { uid: 0, reachable: false },
    { on: false, asNobody: false, reason: /no other account/ },
  ],
  ['no namespaces', { namespaces: 'forbidden' }, { on: false, asNobody: false, reason: /forbids/ }],
  [
    'a setuid helper',
    { namespaces: 'forbidden', helper: true },
    { on: true, asNobody: false, reason: /installed/ },
  ],
  ['AppArmor, not tried', { namespaces: 'restricted' }, { on: true, asNobody: false, reason: /may create/ }],
  [
    'AppArmor, refused',
    { namespaces: 'restricted', refused: true },
    { on: false, asNobody: false, reason: /AppArmor/ },
  ],
  ['a container', { uid: 0, refused: true }, { on: false, asNobody: true, reason: /container/ }],
  ['a Mac', { platform: 'darwin', uid: 0, refused: true }, { on: true, asNobody: false, reason: /system/ }],
];

it.each(cases)('decides for %s', (_name, facts, { on, asNobody, reason }) => {
  const decision = decideSandbox({ ...user, ...facts });
  expect(decision).toMatchObject({ on, asNobody });
  expect(decision.reason.en).toMatch(reason);
});
