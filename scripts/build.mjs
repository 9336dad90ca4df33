// Compiles src/ to lib/: one bundle a command, so that start-up reads few files (docs/adr/0002-bundle.md).
import { rm } from 'node:fs/promises';
import { build } from 'esbuild';

await rm('lib', { recursive: true, force: true });
await build({
  entryPoints: ['src/cli.ts'],
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
  sourcemap: 'linked',
  legalComments: 'linked',
  chunkNames: 'chunks/[name]-[hash]',
  logLevel: 'warning',
  minify: true,
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
  banner: {
    js: "import { createRequire as nspRequire } from 'node:module'; const require = nspRequire(import.meta.url);",
  },
});
