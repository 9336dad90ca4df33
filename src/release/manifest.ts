import type { Artefact, Output } from '../core/output.ts';
import type { PageRecord } from '../core/page.ts';
import { sha256 } from '../util/artefact.ts';

/** A document of a release, with its artefacts and the hash of its source. */
export interface Released {
  readonly page: PageRecord;
  readonly path: string;
  readonly source: string;
  readonly artefacts: readonly Artefact[];
}

export interface ReleaseTools {
  readonly version: string;
  /** Version of the browser that printed, and whether its sandbox was on. */
  readonly browser: { readonly version: string; readonly sandbox: boolean } | undefined;
}

/** `manifest.json`: what was released, made from what, by what. */
export function makeManifest(released: readonly Released[], tools: ReleaseTools): Output {
  const manifest = {
    version: 1,
    tool: { name: 'nsp', version: tools.version },
    browser: tools.browser ?? null,
    accessibility: {
      claim: 'tagged PDF; no conformance to PDF/UA or PDF/A is claimed',
      checked: 'by nsp, not by a PDF/UA validator: each PDF has its list',
      'not-checked': [
        'reading order as a person hears it',
        'meaning of alternative texts',
        'contrast',
        'PDF/A',
      ],
    },
    documents: released.map(describe),
  };
  return { path: 'manifest.json', data: new TextEncoder().encode(`${JSON.stringify(manifest, null, 2)}\n`) };
}

function describe({ page, path, source, artefacts }: Released): object {
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
    artefacts: artefacts.map(({ path, bytes, sha256, checks }) => ({
      path,
      bytes,
      sha256,
      ...(checks && { checks: { by: 'nsp', ...checks } }),
    })),
  };
}

/** `SHA256SUMS`, as `sha256sum -c` reads it from the same folder; it does not list itself. */
export function makeSums(artefacts: readonly Artefact[]): Output {
  const lines = [...artefacts]
    .sort((a, b) => (a.path < b.path ? -1 : 1))
    .map(({ path, sha256 }) => `${sha256}  ${path}\n`);
  return { path: 'SHA256SUMS', data: new TextEncoder().encode(lines.join('')) };
}
