/** A CSL style: its XML, and whether its citations are notes. */
export interface CslStyle {
  readonly xml: string;
  readonly isNote: boolean;
}

/** Reads what matters of a CSL style; undefined when the text is not an independent CSL style. */
export function parseStyle(xml: string): CslStyle | undefined {
  const root = /<style\s[^>]*>/u.exec(xml)?.[0];
  const isIndependent = root !== undefined && xml.includes('</style>') && /<citation[\s>]/u.test(xml);
  return isIndependent ? { xml, isNote: /\sclass\s*=\s*["']note["']/u.test(root) } : undefined;
}
