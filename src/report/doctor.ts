import type { Language, Localized } from '../core/localized.ts';
import { fr } from '../util/french.ts';

interface Examination {
  readonly version: string;
  readonly platform: string;
  readonly node: string;
  readonly browser: {
    readonly candidates: readonly {
      readonly origin: string;
      readonly path: string;
      readonly remark?: Localized;
    }[];
    readonly chosen:
      | {
          readonly origin: string;
          readonly path: string;
          readonly version: string;
          readonly sandbox: { readonly on: boolean; readonly reason: Localized };
        }
      | undefined;
    readonly embedded: { readonly state: 'absent' | 'packed' | 'sound' | 'damaged'; readonly folder: string };
    readonly startMs: number | undefined;
    readonly printMs: number | undefined;
    readonly problem: { readonly text: Localized; readonly hint: Localized | undefined } | undefined;
  };
}

const origins: Readonly<Record<string, Localized>> = {
  chosen: { fr: 'demandé', en: 'asked for' },
  puppeteer: { fr: 'de puppeteer', en: 'puppeteer’s' },
  system: { fr: 'du système', en: 'the system’s' },
  embedded: { fr: 'embarqué', en: 'embedded' },
};

const embeddedStates: Readonly<Record<Examination['browser']['embedded']['state'], Localized>> = {
  absent: { fr: 'non installé', en: 'not installed' },
  packed: { fr: 'installé, déballé à la première impression', en: 'installed, unpacked at the first print' },
  sound: { fr: 'déballé et intact', en: 'unpacked and sound' },
  damaged: { fr: fr`abîmé : il sera déballé à nouveau`, en: 'damaged: it will be unpacked again' },
};

const words = {
  fr: {
    ok: 'va bien',
    bad: 'à régler',
    browser: 'Navigateur',
    embedded: 'Navigateur embarqué',
    sandbox: 'Bac à sable',
    on: 'actif',
    off: 'inactif',
    cache: 'Cache',
    print: 'Essai d’impression',
    start: 'démarrage',
    page: 'une page',
    colon: '\u00a0:',
  },
  en: {
    ok: 'fine',
    bad: 'to mend',
    browser: 'Browser',
    embedded: 'Embedded browser',
    sandbox: 'Sandbox',
    on: 'on',
    off: 'off',
    cache: 'Cache',
    print: 'Trial print',
    start: 'start',
    page: 'one page',
    colon: ':',
  },
} as const;

/** What `nsp doctor` prints. */
export function doctorReport({ version, platform, node, browser }: Examination, lang: Language): string {
  const say = words[lang];
  const candidates = browser.candidates.map(({ origin, path, remark }) => {
    const mark = browser.chosen?.path === path ? '→' : ' ';
    const isNews = remark !== undefined && remark.fr !== browser.problem?.text.fr;
    return `  ${mark} ${origins[origin]?.[lang] ?? origin}${say.colon} ${path}${isNews ? ` (${remark[lang]})` : ''}`;
  });
  const lines = [`nsp ${version} · Node ${node} · ${platform}`, `${say.browser}${say.colon}`, ...candidates];
  if (browser.chosen) {
    const { sandbox, version: chromium } = browser.chosen;
    lines.push(`  Chromium ${chromium}`);
    lines.push(`${say.sandbox}${say.colon} ${sandbox.on ? say.on : say.off} — ${sandbox.reason[lang]}`);
  }
  lines.push(`${say.embedded}${say.colon} ${embeddedStates[browser.embedded.state][lang]}`);
  lines.push(`${say.cache}${say.colon} ${browser.embedded.folder}`);
  if (browser.printMs !== undefined) {
    lines.push(
      `${say.print}${say.colon} ${say.start} ${Math.round(browser.startMs ?? 0)} ms, ${say.page} ${Math.round(browser.printMs)} ms`,
    );
  }
  if (browser.problem) {
    lines.push(`✗ ${say.bad}${say.colon} ${browser.problem.text[lang]}`);
    if (browser.problem.hint) lines.push(`  → ${browser.problem.hint[lang]}`);
  } else lines.push(`✓ ${say.ok}`);
  return `${lines.join('\n')}\n`;
}

/** What `nsp doctor --format json` prints; what there is none of is null, durations are milliseconds. */
export function doctorJson({ version, platform, node, browser }: Examination, lang: Language): string {
  const { chosen, problem } = browser;
  const rounded = (time: number | undefined): number | null => (time === undefined ? null : Math.round(time));
  const report = {
    version: 1,
    nsp: version,
    node,
    platform,
    browser: {
      candidates: browser.candidates.map(({ origin, path, remark }) => ({
        origin,
        path,
        remark: remark?.[lang] ?? null,
      })),
      embedded: { state: browser.embedded.state, folder: browser.embedded.folder },
      chosen: chosen
        ? {
            origin: chosen.origin,
            path: chosen.path,
            version: chosen.version,
            sandbox: { on: chosen.sandbox.on, reason: chosen.sandbox.reason[lang] },
          }
        : null,
      startMs: rounded(browser.startMs),
      printMs: rounded(browser.printMs),
    },
    problem: problem ? { message: problem.text[lang], help: problem.hint?.[lang] ?? null } : null,
  };
  return `${JSON.stringify(report, null, 2)}\n`;
}
