// The floor of the bench: a bare puppeteer-core script that prints finished HTML, N times on new pages.
// usage: node floor.mjs BROWSER FILE.html N        node floor.mjs --find
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

const [browserPath, file, count] = process.argv.slice(2);
if (browserPath === '--find') {
  const cache =
    process.env.NSP_CACHE_DIR ?? join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'nsp');
  const embedded = existsSync(cache)
    ? readdirSync(cache, { recursive: true, encoding: 'utf8' })
        .filter((path) => /(^|\/)(chromium|headless_shell)$/.test(path))
        .map((path) => join(cache, path))
    : [];
  const system = [
    '/usr/lib/chromium/chromium-headless-shell',
    '/usr/lib/chromium/chromium',
    '/usr/bin/chromium',
    '/usr/bin/google-chrome',
  ];
  console.log(
    [process.env.NSP_BROWSER, ...system, ...embedded].find((path) => path && existsSync(path)) ?? '',
  );
} else {
  const { launch } = await import('puppeteer-core');
  const html = readFileSync(file, 'utf8');
  const args = ['--font-render-hinting=none', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])];
  const browser = await launch({ executablePath: browserPath, headless: 'shell', args });
  for (let index = 0; index < Number(count); index++) {
    const page = await browser.newPage();
    await page.setContent(html);
    await page.pdf({ preferCSSPageSize: true, tagged: true, outline: true, printBackground: true });
    await page.close();
  }
  await browser.close();
}
