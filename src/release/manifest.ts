import { createHash } from 'node:crypto';
import type { Output } from '../core/output.ts';
import type { Page } from '../core/page.ts';

/** A document of a release, with its artefacts and the hash of its source. */
export interface Released {
  readonly page: Page;
  readonly path: string;
  readonly source: string;
  readonly outputs: readonly Output[];
}

export interface ReleaseTools {
  readonly version: string;
  /** Version of the browser that printed, and whether its sandbox was on. */
  readonly browser: { readonly version: string; readonly sandbox: boolean } | undefined;
}

/** SHA-256 in hexadecimal. */
export function sha256(data: Uint8Array | string): string {
  return createHash('sha256').update(data).digest('hex');
}

/** `manifest.json`: what was released, made from what, by what. */
export function makeManifest(released: readonly Released[], tools: ReleaseTools): Output {
  const manifest = {
    version: 1,
    tool: { name: 'nsp', version: tools.version },
    browser: tools.browser ?? null,
    accessibility: {
      claim: 'tagged PDF; no conformance to PDF/UA or PDF/A is claimed',
      checked: ['tags', 'language', 'title', 'bookmarks', 'alternative texts', 'heading order'],
    },
    documents: released.map(describe),
  };
  return { path: 'manifest.json', data: new TextEncoder().encode(`${JSON.stringify(manifest, null, 2)}\n`) };
}

function describe({ page, path, source, outputs }: Released): object {
  const { meta } = page;
  return {
    slug: meta.slug,
    title: meta.title,
    kind: meta.kind,
    lang: meta.lang,
    status: meta.status,
    date: meta.date ?? null,
    version: meta.version ?? null,
    source: { path, sha256: sha256(source) },
    artefacts: outputs.map((output) => ({
      path: output.path,
      bytes: output.data.length,
      sha256: sha256(output.data),
    })),
  };
}

/** `SHA256SUMS`, as `sha256sum -c` reads it from the same folder; it does not list itself. */
export function makeSums(outputs: readonly Output[]): Output {
  const lines = outputs
    .map(({ path, data }) => ({ path, sum: sha256(data) }))
    .sort((a, b) => (a.path < b.path ? -1 : 1))
    .map(({ path, sum }) => `${sum}  ${path}\n`);
  return { path: 'SHA256SUMS', data: new TextEncoder().encode(lines.join('')) };
}
