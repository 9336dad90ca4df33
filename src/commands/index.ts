import { buildCommand } from './build.ts';
import { checkCommand } from './check.ts';
import type { Command } from './command.ts';
import { doctorCommand } from './doctor.ts';
import { exportCommand } from './export.ts';
import { figuresCommand } from './figures.ts';
import { releaseCommand } from './release.ts';
import { sourcesCommand } from './sources.ts';

/** Every command, in the order of the help. */
export const commands: readonly Command[] = [
  buildCommand,
  checkCommand,
  figuresCommand,
  sourcesCommand,
  exportCommand,
  releaseCommand,
  doctorCommand,
];
