import type { Output } from '../core/output.ts';
import type { PageRecord } from '../core/page.ts';
import { makeFeed } from '../release/feed.ts';
import { makeIndex } from '../release/index-page.ts';
import { makeManifest, makeSums, type Released } from '../release/manifest.ts';
import type { BuildResult } from './build.ts';
import type { Desk } from './desk.ts';
import { artefactOf } from '../util/artefact.ts';
import { templateOf } from './templates.ts';

/** The files of a release beside its documents: index, feed, manifest, and the sums of all of them. */
export function finishRelease(desk: Desk, result: BuildResult, version: string): readonly Output[] {
  const released = result.documents.flatMap(({ page, path, artefacts }): Released[] =>
    page ? [{ page, path, source: desk.files.readText(path), artefacts }] : [],
  );
  if (released.length === 0) return [];
  const { settings } = desk;
  const template = templateOf(desk, settings.template);
  const pages: PageRecord[] = released.map(({ page }) => page);
  const index = makeIndex(pages, settings, template);
  const feed = settings.baseUrl === undefined ? [] : [makeFeed(pages, settings)];
  const browser = result.browser && { version: result.browser.version, sandbox: result.browser.sandbox.on };
  const manifest = makeManifest(released, { version, browser });
  const listed = [index, ...feed, manifest];
  return [
    ...listed,
    makeSums([...listed.map(artefactOf), ...released.flatMap(({ artefacts }) => artefacts)]),
  ];
}
