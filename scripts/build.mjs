// Compiles src/ to lib/: one chunk a command, so that start-up reads few files (docs/adr/0002-bundle.md).
import { spawnSync } from 'node:child_process';
import { copyFile, mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { build, transform } from 'esbuild';

const bundle = await build({
  entryPoints: { cli: 'src/cli.ts', thread: 'src/pipeline/thread.ts' },
  outdir: 'lib',
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  mainFields: ['module', 'main'],
  alias: {
    'sync-fetch': './src/cite/no-network.ts',
    'fetch-ponyfill': './src/cite/no-network.ts',
    'js-yaml': './src/util/left-out.ts',
    'proxy-agent': './src/util/left-out.ts',
    // Neither fetches pages nor guesses their encoding: what is inlined is our own text.
    juice: 'juice/client.js',
    cheerio: 'cheerio/slim',
  },
  define: { 'import.meta.url': 'chunkUrl' },
  sourcemap: 'inline',
  legalComments: 'linked',
  chunkNames: 'chunks/[name]-[hash]',
  logLevel: 'warning',
  minify: true,
  write: false,
  // puppeteer reads its configuration through cosmiconfig, which we never ask for. The others are native or very large,
  // and found in node_modules when they are needed.
  external: [
    'cosmiconfig',
    'typescript',
    '@sparticuz/chromium',
    '@resvg/resvg-js',
    'sharp',
    'source-sans',
    'source-serif',
  ],
});

await rm('lib', { recursive: true, force: true });
await mkdir('lib/chunks', { recursive: true });
await Promise.all(
  bundle.outputFiles.map(async ({ path, text }) => {
    await mkdir(dirname(path), { recursive: true });
    if (!path.endsWith('.js')) return writeFile(path, text);
    // esbuild splits modules of the new kind only; those of the old kind can be loaded with their compiled code.
    const { code, map } = await transform(text, {
      format: 'cjs',
      platform: 'node',
      target: 'node20',
      supported: { 'dynamic-import': false },
      sourcemap: 'external',
      sourcefile: path,
      minify: true,
    });
    await writeFile(path, `${code}//# sourceMappingURL=${path.split('/').at(-1)}.map\n`);
    return writeFile(`${path}.map`, map);
  }),
);
await copyFile('scripts/load.cjs', 'lib/load.cjs');
await copyFile('scripts/thread.cjs', 'lib/thread.cjs');
// Only speed is lost where this fails.
spawnSync(process.execPath, ['scripts/compile.cjs'], { stdio: 'ignore', timeout: 60_000 });
