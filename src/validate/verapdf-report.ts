import { parseXml, XmlElement, type XmlDocument } from '@rgrove/parse-xml';

/** A rule of ISO 14289-1 that a PDF breaks. */
export interface BrokenRule {
  /** "7.1". */
  readonly clause: string;
  readonly test: string;
  /** In English, as veraPDF writes it. */
  readonly description: string;
  /** How many places break it. */
  readonly count: number;
}

/** What veraPDF says of one file. */
export interface Verdict {
  /** As it was named on the command line. */
  readonly file: string;
  /** Undefined where the file could not be examined. */
  readonly isCompliant: boolean | undefined;
  readonly broken: readonly BrokenRule[];
}

/** Reads veraPDF's XML report (https://docs.verapdf.org/cli/validation/); undefined where it is none. */
export function readReport(text: string): Verdict[] | undefined {
  const start = text.indexOf('<report');
  if (start === -1) return undefined;
  let report: XmlDocument;
  try {
    report = parseXml(text.slice(start));
  } catch {
    return undefined;
  }
  return elements(report, 'job').map((job) => {
    const [validation] = elements(job, 'validationReport');
    const isCompliant = validation?.attributes['isCompliant'];
    return {
      file: elements(job, 'name')[0]?.text.trim() ?? '',
      isCompliant: isCompliant === undefined ? undefined : isCompliant === 'true',
      broken: elements(job, 'rule')
        .filter(({ attributes }) => attributes['status'] !== 'passed')
        .map(brokenRule),
    };
  });
}

function brokenRule(rule: XmlElement): BrokenRule {
  const { clause = '', testNumber = '', failedChecks = '1' } = rule.attributes;
  const description = elements(rule, 'description')[0]?.text.replace(/\s+/gu, ' ').trim() ?? '';
  return { clause, test: testNumber, description, count: Number(failedChecks) || 1 };
}

/** Elements of a name below a node, in order. */
function elements(node: XmlDocument | XmlElement, name: string): XmlElement[] {
  return node.children.flatMap((child) => {
    if (!(child instanceof XmlElement)) return [];
    return child.name === name ? [child] : elements(child, name);
  });
}
