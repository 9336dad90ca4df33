import { ToolError } from '../core/tool-error.ts';
import type { Localized } from '../core/localized.ts';
import { fr } from '../util/french.ts';

const useAnother: Localized = {
  fr: fr`Installez Chromium ou Google Chrome, ou indiquez un navigateur avec « --browser CHEMIN ».`,
  en: 'Install Chromium or Google Chrome, or name a browser with "--browser PATH".',
};

/** The oldest Chromium whose page margin boxes print headers and page numbers. */
export const oldestChromium = 131;

export function noBrowser(cause?: unknown): ToolError {
  return new ToolError(
    'machine',
    {
      fr: 'Aucun navigateur pour fabriquer les PDF n’a été trouvé.',
      en: 'No browser to make PDFs was found.',
    },
    useAnother,
    cause,
  );
}

export function missingBrowser(path: string): ToolError {
  return new ToolError(
    'machine',
    {
      fr: fr`Le navigateur demandé n’existe pas : ${path}.`,
      en: `The browser asked for does not exist: ${path}.`,
    },
    {
      fr: fr`Corrigez « --browser » ou la variable NSP_BROWSER, ou retirez-les : nsp cherchera lui-même un navigateur.`,
      en: 'Mend "--browser" or the variable NSP_BROWSER, or take them away: nsp will look for a browser itself.',
    },
  );
}

export function snapBrowser(path: string): ToolError {
  return new ToolError(
    'machine',
    {
      fr: fr`Le navigateur ${path} est un paquet « snap », qui n’a pas accès aux dossiers dont nsp a besoin.`,
      en: `The browser ${path} is a snap, which cannot reach the folders that nsp needs.`,
    },
    {
      fr: fr`Installez Google Chrome ou Chromium autrement, ou indiquez-en un avec « --browser CHEMIN ».`,
      en: 'Install Google Chrome or Chromium another way, or name one with "--browser PATH".',
    },
  );
}

export function oldBrowser(path: string, version: string): ToolError {
  return new ToolError(
    'machine',
    {
      fr: fr`Le navigateur ${path} est trop ancien : version ${version}, il faut la ${oldestChromium} ou une plus récente.`,
      en: `The browser ${path} is too old: version ${version}, ${oldestChromium} or newer is needed.`,
    },
    {
      fr: fr`Mettez-le à jour, ou indiquez-en un autre avec « --browser CHEMIN ».`,
      en: 'Update it, or name another with "--browser PATH".',
    },
  );
}

export function startFailed(path: string, said: string, cause?: unknown): ToolError {
  const detail = said === '' ? '.' : `: ${said}`;
  return new ToolError(
    'machine',
    {
      fr: fr`Le navigateur ${path} n’a pas démarré${said === '' ? '.' : fr` : ${said}`}`,
      en: `The browser ${path} did not start${detail}`,
    },
    {
      fr: fr`Lancez « nsp doctor » : il dit ce qui manque et comment y remédier.`,
      en: 'Run "nsp doctor": it says what is missing and how to mend it.',
    },
    cause,
  );
}

export function lacksLibraries(path: string, library: string): ToolError {
  return new ToolError(
    'machine',
    {
      fr: `Il manque à cette machine la bibliothèque ${library}, dont le navigateur ${path} a besoin.`,
      en: `This machine lacks the library ${library}, which the browser ${path} needs.`,
    },
    {
      fr: fr`Installez-la, par exemple avec « apt-get install libnss3 libexpat1 », ou installez Chromium.`,
      en: 'Install it, for instance with "apt-get install libnss3 libexpat1", or install Chromium.',
    },
  );
}

export function startTooSlow(path: string, timeout: number): ToolError {
  return new ToolError(
    'machine',
    {
      fr: `Le navigateur ${path} n’a pas répondu en ${seconds(timeout, 'fr')}.`,
      en: `The browser ${path} did not answer within ${seconds(timeout, 'en')}.`,
    },
    {
      fr: fr`Relancez la commande quand la machine est moins chargée, ou lancez « nsp doctor ».`,
      en: 'Run the command again when the machine is less busy, or run "nsp doctor".',
    },
  );
}

export function temporaryUnusable(folder: string, cause: unknown): ToolError {
  return new ToolError(
    'machine',
    {
      fr: fr`Le dossier temporaire ${folder} ne peut pas être utilisé : il est plein, absent ou interdit en écriture.`,
      en: `The temporary folder ${folder} cannot be used: it is full, missing or not writable.`,
    },
    {
      fr: 'Faites-y de la place, ou indiquez un autre dossier dans la variable TMPDIR.',
      en: 'Make room there, or name another folder in the TMPDIR variable.',
    },
    cause,
  );
}

/** The steps of a print, in words that end "… took too long". */
const steps = {
  load: { fr: 'La mise en place du document', en: 'Laying out the document' },
  print: { fr: 'L’impression du document', en: 'Printing the document' },
} as const;

export type PrintStep = keyof typeof steps;

export function stepTooSlow(step: PrintStep, timeout: number, cause?: unknown): ToolError {
  return new ToolError(
    'rendering',
    {
      fr: `${steps[step].fr} a pris plus de ${seconds(timeout, 'fr')} et a été arrêtée.`,
      en: `${steps[step].en} took more than ${seconds(timeout, 'en')} and was stopped.`,
    },
    {
      fr: 'Allégez le document (images très lourdes, tableaux immenses), ou relancez la commande.',
      en: 'Lighten the document (very heavy pictures, huge tables), or run the command again.',
    },
    cause,
  );
}

export function browserDied(cause?: unknown): ToolError {
  return new ToolError(
    'rendering',
    {
      fr: 'Le navigateur s’est arrêté pendant la fabrication du PDF.',
      en: 'The browser stopped while it was making the PDF.',
    },
    {
      fr: fr`Relancez la commande ; si cela se répète, la mémoire manque peut-être : fermez des programmes ou fabriquez moins de documents à la fois.`,
      en: 'Run the command again; if it happens again, memory may be short: close programs or make fewer documents at once.',
    },
    cause,
  );
}

export function printFailed(cause: unknown): ToolError {
  const said = cause instanceof Error ? firstLine(cause.message) : '';
  return new ToolError(
    'rendering',
    { fr: fr`Le PDF n’a pas pu être fabriqué : ${said}`, en: `The PDF could not be made: ${said}` },
    {
      fr: fr`Relancez la commande ; si cela se répète, lancez « nsp doctor ».`,
      en: 'Run the command again; if it happens again, run "nsp doctor".',
    },
    cause,
  );
}

export function printInterrupted(): ToolError {
  return new ToolError('interrupted', {
    fr: 'La fabrication a été interrompue.',
    en: 'The work was interrupted.',
  });
}

export function firstLine(text: string): string {
  return text.trim().split('\n', 1)[0] ?? '';
}

function seconds(milliseconds: number, language: 'fr' | 'en'): string {
  const count = Math.max(1, Math.round(milliseconds / 1000));
  const word = language === 'fr' ? 'seconde' : 'second';
  return `${count} ${word}${count > 1 ? 's' : ''}`;
}
