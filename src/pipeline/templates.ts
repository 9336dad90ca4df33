import type { Template } from '../core/template.ts';
import { readTemplate } from '../read/template.ts';
import type { Desk } from './desk.ts';

const templates = new WeakMap<Desk, Map<string, Template>>();

/** A template by name, read once a run: its fonts weigh more than all documents. Throws `ToolError`. */
export function templateOf(desk: Desk, name: string): Template {
  const known = templates.get(desk) ?? new Map<string, Template>();
  templates.set(desk, known);
  const { files, packageRoot } = desk;
  const template = known.get(name) ?? readTemplate({ name, workspaceFiles: files, packageRoot });
  known.set(name, template);
  return template;
}
