import type { Rule } from '../core/rule.ts';
import { chartCrowded } from './chart-crowded.ts';
import { chartData } from './chart-data.ts';
import { chartHighlight } from './chart-highlight.ts';
import { chartMissingUnit } from './chart-missing-unit.ts';
import { chartOrder } from './chart-order.ts';
import { chartShares } from './chart-shares.ts';
import { chartTruncatedAxis } from './chart-truncated-axis.ts';
import { citationLocatorPage } from './citation-locator-page.ts';
import { citationLocatorRange } from './citation-locator-range.ts';
import { citationUnknownKey } from './citation-unknown-key.ts';
import { figureClaim } from './figure-claim.ts';
import { figureInconsistent } from './figure-inconsistent.ts';
import { figureMismatch } from './figure-mismatch.ts';
import { figurePrecision } from './figure-precision.ts';
import { figureStale } from './figure-stale.ts';
import { figureUnknown } from './figure-unknown.ts';
import { figureUnsourced } from './figure-unsourced.ts';
import { figureUnused } from './figure-unused.ts';
import { footnoteDuplicate } from './footnote-duplicate.ts';
import { footnoteUndefined } from './footnote-undefined.ts';
import { footnoteUnused } from './footnote-unused.ts';
import { markdownLink } from './markdown-link.ts';
import { markdownLinkTarget } from './markdown-link-target.ts';
import { markdownPlaceholder } from './markdown-placeholder.ts';
import { markdownRawHtml } from './markdown-raw-html.ts';
import { markdownUnknownDirective } from './markdown-unknown-directive.ts';
import { outletLength } from './outlet-length.ts';
import { outletUnknown } from './outlet-unknown.ts';
import { pictureAlternative } from './picture-alternative.ts';
import { pictureMetadata } from './picture-metadata.ts';
import { privacyName } from './privacy-name.ts';
import { quotationUncited } from './quotation-uncited.ts';
import { referenceDuplicateDoi } from './reference-duplicate-doi.ts';
import { referenceDuplicateKey } from './reference-duplicate-key.ts';
import { referenceMalformed } from './reference-malformed.ts';
import { referenceMissingField } from './reference-missing-field.ts';
import { referenceUnused } from './reference-unused.ts';
import { sourceFigureNotFound } from './source-figure-not-found.ts';
import { sourceQuotationNotFound } from './source-quotation-not-found.ts';
import { sourceUnreadable } from './source-unreadable.ts';
import { statusEmbargo } from './status-embargo.ts';
import { structureEmptyHeading } from './structure-empty-heading.ts';
import { structureEmptySection } from './structure-empty-section.ts';
import { structureHeadingOrder } from './structure-heading-order.ts';
import { structureTitleInBody } from './structure-title-in-body.ts';
import { tableHeader } from './table-header.ts';
import { typographyMissingGlyph } from './typography-missing-glyph.ts';

/** Every rule, in the order of docs/reference/rules.md. */
export const rules: readonly Rule[] = [
  citationLocatorPage,
  citationLocatorRange,
  citationUnknownKey,
  referenceDuplicateDoi,
  referenceDuplicateKey,
  referenceMalformed,
  referenceMissingField,
  referenceUnused,
  quotationUncited,
  sourceFigureNotFound,
  sourceQuotationNotFound,
  sourceUnreadable,
  figureClaim,
  figureInconsistent,
  figureMismatch,
  figurePrecision,
  figureStale,
  figureUnknown,
  figureUnsourced,
  figureUnused,
  footnoteDuplicate,
  footnoteUndefined,
  footnoteUnused,
  markdownLink,
  markdownLinkTarget,
  markdownPlaceholder,
  markdownRawHtml,
  markdownUnknownDirective,
  structureEmptyHeading,
  structureEmptySection,
  structureHeadingOrder,
  structureTitleInBody,
  tableHeader,
  chartData,
  chartMissingUnit,
  chartTruncatedAxis,
  chartShares,
  chartOrder,
  chartHighlight,
  chartCrowded,
  pictureAlternative,
  pictureMetadata,
  typographyMissingGlyph,
  outletLength,
  outletUnknown,
  statusEmbargo,
  privacyName,
];
