import { PDFDocument } from '@cantoo/pdf-lib';
import { describeLinks } from './annotations.ts';
import { markArtifacts } from './artifacts.ts';
import { attachFiles } from './attachments.ts';
import type { Attachment } from './attachments.ts';
import { auditPdf } from './audit.ts';
import type { AuditCheck } from './audit-checks.ts';
import { readDestinations } from './destinations.ts';
import type { Measurement } from './measure.ts';
import { describeDocument } from './metadata.ts';
import type { DocumentFacts } from './metadata.ts';
import { repairOutline } from './outline.ts';
import { dropDecoration, mapRoles, repairStructure } from './structure.ts';
import { elementsOf, readTree, writeTree } from './tree.ts';

/** Opens a PDF as Chromium printed it, with the page of each of its named destinations, from 1. */
export async function openPdf(
  bytes: Uint8Array,
): Promise<{ document: PDFDocument; destinations: ReadonlyMap<string, number> }> {
  const document = await PDFDocument.load(bytes, { updateMetadata: false, parseSpeed: Infinity });
  return { document, destinations: readDestinations(document) };
}

/** What is known of a printed document. */
export interface PrintedFacts {
  readonly measured: Measurement;
  /** Page of each named destination, from 1. */
  readonly destinations: ReadonlyMap<string, number>;
  readonly facts: DocumentFacts;
  readonly attachments: readonly Attachment[];
  /** Told at the end of each step, for the bench. */
  readonly onStep?: (step: PdfStep) => void;
}

export type PdfStep = 'artifacts' | 'tags' | 'links' | 'metadata' | 'save';

export interface FinishedPdf {
  readonly data: Uint8Array;
  /** The checks of accessibility that it does not pass. */
  readonly failed: readonly AuditCheck[];
}

/**
 * Makes of Chromium's PDF an accessible one after PDF/UA-1, in one pass over the document: tags, artifacts, link
 * descriptions, bookmarks, metadata. The same input gives the same bytes.
 */
export async function finishPdf(
  document: PDFDocument,
  { measured, destinations, facts, attachments, onStep }: PrintedFacts,
): Promise<FinishedPdf> {
  const { context } = document;
  const tree = readTree(document);
  const printed = new Set(measured.pages.map(([id]) => id));
  if (tree !== undefined) {
    const { decoration, boxes } = markArtifacts(document, tree);
    onStep?.('artifacts');
    dropDecoration(context, tree, decoration);
    repairStructure(context, tree, { contents: printed, boxes });
    mapRoles(context, tree);
    writeTree(document, tree);
    onStep?.('tags');
    describeLinks(document, tree, { links: measured.links, printed, destinations, lang: facts.lang });
  }
  repairOutline(document, measured.headings);
  onStep?.('links');
  attachFiles(document, attachments, new Date(facts.epoch * 1000));
  document.setTitle(facts.title);
  document.setLanguage(facts.lang);
  const failed = auditPdf({ document, tree });
  const hasContents = [...elementsOf(tree?.kids ?? [])].some(({ role }) => role === 'TOC');
  describeDocument(document, facts, { hasContents, isAccessible: failed.length === 0 });
  onStep?.('metadata');
  const data = await document.save({
    useObjectStreams: true,
    addDefaultPage: false,
    updateFieldAppearances: false,
    objectsPerTick: Infinity,
  });
  onStep?.('save');
  return { data, failed };
}
