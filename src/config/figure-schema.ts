import * as v from 'valibot';
import { described, figureId, path, text, textOrNumber } from './schema-fields.ts';

/** One entry of the ledger of figures. */
export const figureSchema = v.strictObject({
  value: v.exactOptional(
    described(
      textOrNumber,
      'le nombre tel qu’il est dans la source, avec son unité',
      'the number as the source gives it, with its unit',
    ),
  ),
  formula: v.exactOptional(
    described(
      textOrNumber,
      'le calcul, avec les identifiants des autres chiffres ou les colonnes du CSV',
      'the calculation, from the ids of other figures or the columns of the CSV',
    ),
  ),
  from: v.exactOptional(
    described(
      path,
      'le fichier CSV que lit la formule, depuis le dossier du document',
      'the CSV that the formula reads, from the document’s folder',
    ),
  ),
  unit: v.exactOptional(described(text, 'l’unité du résultat', 'the unit of the result')),
  stated: v.exactOptional(
    described(
      textOrNumber,
      'le chiffre tel que le texte l’énonce, comparé au calcul',
      'the figure as the text states it, compared with the calculation',
    ),
  ),
  label: v.exactOptional(described(textOrNumber, 'ce que mesure ce chiffre', 'what this figure measures')),
  source: v.exactOptional(
    described(
      text,
      'la source : une ou plusieurs références, ou une adresse',
      'the source: one reference or more, or an address',
    ),
  ),
  'as-of': v.exactOptional(
    described(
      textOrNumber,
      'l’année ou la date que vise le chiffre',
      'the year or the date that the figure is about',
    ),
  ),
});

export const figuresSchema = v.record(figureId, figureSchema);

export type FigureFields = v.InferOutput<typeof figureSchema>;
