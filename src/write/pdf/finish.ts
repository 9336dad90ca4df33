import { PDFDocument } from '@cantoo/pdf-lib';
import { describeLinks } from './annotations.ts';
import { markArtifacts } from './artifacts.ts';
import { readDestinations } from './destinations.ts';
import type { Measurement } from './measure.ts';
import { describeDocument } from './metadata.ts';
import type { DocumentFacts } from './metadata.ts';
import { repairOutline } from './outline.ts';
import { dropDecoration, mapRoles, repairStructure } from './structure.ts';
import { readTree, writeTree } from './tree.ts';

/** Opens a PDF as Chromium printed it, with the page of each of its named destinations, from 1. */
export async function openPdf(
  bytes: Uint8Array,
): Promise<{ document: PDFDocument; destinations: ReadonlyMap<string, number> }> {
  const document = await PDFDocument.load(bytes, { updateMetadata: false, parseSpeed: Infinity });
  return { document, destinations: readDestinations(document) };
}

/**
 * Makes of Chromium's PDF an accessible one after PDF/UA-1, in one pass over the document: tags, artifacts, link
 * descriptions, bookmarks, metadata. The same input gives the same bytes.
 */
export async function finishPdf(
  document: PDFDocument,
  measured: Measurement,
  destinations: ReadonlyMap<string, number>,
  facts: DocumentFacts,
): Promise<Uint8Array> {
  const { context } = document;
  const tree = readTree(document);
  const printed = new Set(measured.pages.map(([id]) => id));
  if (tree !== undefined) {
    const { decoration, boxes } = markArtifacts(document, tree);
    dropDecoration(context, tree, decoration);
    repairStructure(context, tree, { contents: printed, boxes });
    mapRoles(context, tree);
    writeTree(document, tree);
    describeLinks(document, tree, { links: measured.links, printed, destinations, lang: facts.lang });
  }
  repairOutline(document, measured.headings);
  describeDocument(document, facts);
  return document.save({
    useObjectStreams: true,
    addDefaultPage: false,
    updateFieldAppearances: false,
    objectsPerTick: Infinity,
  });
}
