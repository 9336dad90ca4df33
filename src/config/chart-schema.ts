import * as v from 'valibot';
import { chartOrders, chartTypes } from '../core/chart.ts';
import { described, listOf, oneOf, path, text, textOrNumber } from './schema-fields.ts';

const columnList = listOf(textOrNumber);

/** The YAML of a `:::chart` block. */
export const chartSchema = v.strictObject({
  type: described(
    oneOf(chartTypes),
    'le genre : barres, barres empilées, courbe, points, pentes, carrés',
    'the kind: bars, stacked bars, a line, dots, slopes, squares',
  ),
  title: described(text, 'le titre, qui devient la légende', 'the title, which becomes the caption'),
  data: described(
    path,
    'le fichier CSV, depuis le dossier du document',
    'the CSV file, from the document’s folder',
  ),
  columns: v.optional(
    described(
      v.strictObject({
        label: v.exactOptional(
          described(
            textOrNumber,
            'la colonne des catégories ou des années ; la première par défaut',
            'the column of categories or years; the first by default',
          ),
        ),
        values: v.exactOptional(
          described(
            columnList,
            'la ou les colonnes de nombres ; toutes les autres par défaut',
            'the column or columns of numbers; all the others by default',
          ),
        ),
        series: v.exactOptional(
          described(
            textOrNumber,
            'la colonne qui dit la série de chaque ligne, quand une seule colonne a les nombres',
            'the column that tells the series of each row, where one column has the numbers',
          ),
        ),
        x: v.exactOptional(described(textOrNumber, 'autre nom de label', 'another name of label')),
        y: v.exactOptional(described(columnList, 'autre nom de values', 'another name of values')),
      }),
      'les colonnes du CSV',
      'the columns of the CSV',
    ),
    {},
  ),
  where: v.exactOptional(
    described(
      text,
      'les lignes à retenir, comme dans une formule : annee = 2021, sexe = F',
      'the rows to keep, as in a formula: year = 2021, sex = F',
    ),
  ),
  unit: v.exactOptional(described(text, 'l’unité : %, Md€, agents…', 'the unit: %, Md€, agents…')),
  source: v.exactOptional(
    described(
      text,
      'la source : une référence (@cle, p. 3) ou quelques mots',
      'the source: a reference (@key, p. 3) or a few words',
    ),
  ),
  note: v.exactOptional(
    described(text, 'une note de lecture, sous le dessin', 'a note on how to read it, below the drawing'),
  ),
  credits: v.exactOptional(described(text, 'qui a fait le graphique', 'who made the chart')),
  highlight: v.optional(
    described(
      listOf(textOrNumber),
      'les catégories ou les séries à mettre en avant ; les autres sont grises',
      'the categories or series to bring out; the others are grey',
    ),
    [],
  ),
  order: v.optional(
    described(
      oneOf(chartOrders),
      'l’ordre des catégories : celui du fichier, croissant, décroissant, alphabétique',
      'the order of the categories: that of the file, ascending, descending, alphabetical',
    ),
    'file',
  ),
  minimum: v.exactOptional(
    described(
      v.number(),
      'la première valeur de l’axe ; les barres partent de zéro',
      'the first value of the axis; bars start from zero',
    ),
  ),
});

export type ChartFields = v.InferOutput<typeof chartSchema>;
