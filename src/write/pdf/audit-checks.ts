/** What is held against PDF/UA-1, in the order in which it is told. */
export const auditChecks = [
  'tags',
  'language',
  'title',
  'bookmarks',
  'heading-order',
  'alternative-texts',
  'table-headers',
  'lists',
  'links',
  'notes',
  'fonts',
] as const;
export type AuditCheck = (typeof auditChecks)[number];
