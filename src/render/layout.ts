import { Liquid } from 'liquidjs';
import type { Template } from '../core/template.ts';

const engines = new WeakMap<Template, Liquid>();

/**
 * Fills one layout of a template: every value is escaped unless the layout says `raw`, an unknown variable is an
 * error, and only the template's own files can be included.
 */
export function fillLayout(template: Template, file: string, values: object): string {
  const engine = engines.get(template) ?? newEngine(template);
  engines.set(template, engine);
  return String(engine.renderFileSync(file, values));
}

function newEngine(template: Template): Liquid {
  return new Liquid({
    templates: Object.fromEntries(template.texts),
    outputEscape: 'escape',
    ownPropertyOnly: true,
    strictFilters: true,
    strictVariables: true,
    cache: true,
    renderLimit: 10_000,
  });
}
