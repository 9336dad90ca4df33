import type { PublicPerson } from '../core/person.ts';

/**
 * "Une porte-parole, cheffe de service, Nos services publics": role and organisation follow, unless the printed form
 * says them already. A private person's public form is whole.
 */
export function personInWords({ display, role, organisation, isPrivate }: PublicPerson): string {
  const details = isPrivate ? [] : [role, organisation];
  return [display, ...details.filter((detail) => detail && !display.includes(detail))].join(', ');
}
