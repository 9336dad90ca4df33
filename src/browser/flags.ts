/** What the flags depend on. */
export interface FlagChoices {
  readonly profile: string;
  readonly sandbox: boolean;
}

/** The browser's whole command line: short, and none that weakens it but `--no-sandbox` where that cannot be helped. */
export function browserFlags(choices: FlagChoices): string[] {
  return [
    '--headless',
    '--remote-debugging-pipe',
    `--user-data-dir=${choices.profile}`,
    // Web fonts keep their true advances: with hinting every glyph's width is rounded to whole pixels in the PDF.
    '--font-render-hinting=none',
    '--force-color-profile=srgb',
    '--lang=fr',
    // Nothing but the page's own data: no name and no address resolves.
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
    // Containers give 64 MB of shared memory, too little for a long document.
    '--disable-dev-shm-usage',
    '--password-store=basic',
    '--use-mock-keychain',
    ...(choices.sandbox ? [] : ['--no-sandbox']),
  ];
}
