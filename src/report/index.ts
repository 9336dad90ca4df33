import { github } from './github.ts';
import { gitlab } from './gitlab.ts';
import { json } from './json.ts';
import { junit } from './junit.ts';
import { pretty } from './pretty.ts';
import type { Reporter, ReportFormat } from './report.ts';
import { sarif } from './sarif.ts';

/** Every format of findings, by the name that `--format` takes. */
export const reporters = { pretty, json, sarif, junit, github, gitlab } satisfies Record<
  ReportFormat,
  Reporter
>;
