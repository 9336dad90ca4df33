import { isAbsolute } from 'node:path';
import { checkNote } from '../check/run.ts';
import type { Finding } from '../core/finding.ts';
import type { Note } from '../core/note.ts';
import type { Secret } from '../core/person.ts';
import type { Settings } from '../core/settings.ts';
import { readExceptions, type Exception } from '../markdown/exceptions.ts';
import { workspacePathOf } from '../read/files.ts';
import { readNote } from '../read/note.ts';
import { readingRules } from '../read/reading-problem.ts';
import { findDocuments } from '../read/targets.ts';
import { rules } from '../rules/index.ts';
import { privacyName } from '../rules/privacy-name.ts';
import type { Desk } from './desk.ts';

/** A document as far as it could be read, and everything found in it. */
export interface CheckedDocument {
  readonly path: string;
  readonly note: Note | undefined;
  readonly findings: readonly Finding[];
  /** What no artefact of this document may tell. */
  readonly secrets: readonly Secret[];
}

/** Finds the documents that the targets mean, in the order of their paths. Throws `ToolError` for an unknown target. */
export function listDocuments(
  { files, settings, root, cwd }: Desk,
  targets: readonly string[],
): { paths: readonly string[]; findings: readonly Finding[] } {
  const inside = workspacePathOf(root, cwd, '.');
  const typed = targets.map((target) =>
    isAbsolute(target) || inside === undefined ? (workspacePathOf(root, cwd, target) ?? target) : target,
  );
  const { documents, problems } = findDocuments(files, settings, typed, inside ?? '');
  return { paths: documents, findings: problems };
}

/** Reads one document and runs every rule on it; `outlet` takes the place of the one that it names. */
export async function checkDocument(desk: Desk, path: string, outlet?: string): Promise<CheckedDocument> {
  const { files, settings, people } = desk;
  const { note: read, findings, secrets } = await readNote({ files, path, settings, people });
  const note = read && outlet !== undefined ? { ...read, meta: { ...read.meta, outlet } } : read;
  const known = [...people.secrets, ...secrets];
  if (!note) return { path, note, findings, secrets: known };
  const facts = { settings, secrets: known, today: desk.today };
  const reading = {
    exceptions: readExceptions(note.tree),
    problems: findings,
    otherRules: Object.keys(readingRules),
  };
  const leaks = clearsSurnames(note, settings, reading.exceptions)
    ? known.filter(({ kind }) => kind !== 'surname')
    : known;
  return { path, note, findings: checkNote(note, rules, facts, reading), secrets: leaks };
}

/** An author who answers for a homonym answers for it in the artefacts too; full names are still looked for there. */
function clearsSurnames(note: Note, settings: Settings, exceptions: readonly Exception[]): boolean {
  const id = privacyName.id;
  const level = note.rules[id] ?? settings.rules[id];
  return level === 'off' || exceptions.some(({ rules: silenced, reason }) => reason && silenced.includes(id));
}
