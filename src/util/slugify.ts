/** A folder's or a file's name as a slug: plain lower-case letters, digits and hyphens; empty when none is left. */
export function slugify(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{Mn}|['’]/gu, '')
    .replace(/œ/giu, 'oe')
    .replace(/æ/giu, 'ae')
    .toLowerCase()
    .replace(/[^a-z0-9]+/gu, '-')
    .slice(0, 80)
    .replace(/^-+|-+$/gu, '');
}
