import { expect, it } from 'vitest';
import { browserFlags } from '../../src/browser/flags.ts';

it('starts the browser with this command line and no other', () => {
  expect(browserFlags({ profile: '/tmp/profile', sandbox: true })).toEqual([
    '--headless',
    '--remote-debugging-pipe',
    '--user-data-dir=/tmp/profile',
    '--font-render-hinting=none',
    '--force-color-profile=srgb',
    '--lang=fr',
    '--host-resolver-rules=MAP * ~NOTFOUND',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--disable-extensions',
    '--disable-default-apps',
    '--disable-breakpad',
    '--no-first-run',
    '--no-default-browser-check',
    '--no-pings',
    '--hide-scrollbars',
    '--mute-audio',
    '--disable-gpu',
    '--disable-dev-shm-usage',
    '--password-store=basic',
    '--use-mock-keychain',
  ]);
});

it('gives up the sandbox only when told to', () => {
  const extra = browserFlags({ profile: 'p', sandbox: false }).filter(
    (flag) => !browserFlags({ profile: 'p', sandbox: true }).includes(flag),
  );
  expect(extra).toEqual(['--no-sandbox']);
});
