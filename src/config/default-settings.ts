import * as v from 'valibot';
import { definedOnly } from '../util/defined-only.ts';
import { settingsSchema } from './settings-schema.ts';
import type { Outlet, Settings } from '../core/settings.ts';
import type { SettingsFields } from './settings-schema.ts';

/** Settings of an empty nsp.yaml. */
export function defaultSettings(): Settings {
  return settingsFrom(v.parse(settingsSchema, {}));
}

/** Settings from the keys of nsp.yaml, already valid. */
export function settingsFrom(fields: SettingsFields): Settings {
  const { brand, defaults } = fields;
  return definedOnly({
    brand: definedOnly(brand),
    baseUrl: fields['base-url']?.replace(/\/+$/u, ''),
    lang: defaults.lang,
    template: defaults.template,
    csl: defaults.csl,
    license: defaults.license,
    formats: defaults.formats,
    verification: defaults.verification,
    rules: fields.rules,
    outlets: Object.entries(fields.outlets).map(([id, outlet]): Outlet =>
      definedOnly({
        id,
        name: outlet.name,
        email: outlet.email,
        maxSigns: outlet['max-signs'],
        minSigns: outlet['min-signs'],
        demands: outlet.demands.length > 0 ? outlet.demands : undefined,
      }),
    ),
    documents: fields.documents,
    people: fields.people,
    privateFiles: fields.private,
    privateHosts: fields.online['private-hosts'],
  });
}
