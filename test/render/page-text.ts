import type { Block } from './page-builder.ts';
import {
  box,
  code,
  emphasis,
  figure,
  heading,
  link,
  list,
  note,
  paragraph,
  picture,
  quote,
  rule,
  strong,
  table,
  testimony,
} from './page-builder.ts';

const chart = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 250" width="640" height="250">
<g font-family="Liberation Sans, Arial, sans-serif" font-size="16" fill="#0C3B49">
<text x="0" y="38">2018</text><rect x="60" y="20" width="198" height="28" fill="#06708E"/><text x="268" y="40">379,1 M€</text>
<text x="0" y="98">2021</text><rect x="60" y="80" width="467" height="28" fill="#06708E"/><text x="537" y="100">893,9 M€</text>
<text x="0" y="158">Opérateurs</text><rect x="100" y="140" width="90" height="28" fill="#812E2E"/><text x="200" y="160">171,9 M€ en 2021, au minimum</text>
</g><path d="M60 190H627" stroke="#0C3B49" stroke-width="1"/></svg>`;

const wholes: readonly Block[] = [
  heading(2, 'd-ou-vient-le-chiffre', 'D’où vient le chiffre de 160 milliards d’euros'),
  paragraph(
    'Publiée le 30 avril 2021, la note du collectif estime à ',
    strong('au moins 160 Md€ par an'),
    ' ce que la puissance publique confie à des entreprises',
    note(1),
    '. Le chiffre additionne deux ensembles : les délégations de service public, pour ',
    figure('dsp', '120 Md€'),
    ', et les marchés de services ou de prestations, pour ',
    figure('marches', '43 Md€'),
    '. La presse a repris une fourchette « entre 160 et 190 milliards », et relevé un ordre de grandeur plus concret : un consultant spécialisé peut coûter 1 500 € hors taxes par jour',
    note(2),
    '.',
  ),
  paragraph(
    'Pour situer la somme, on peut la rapprocher d’un autre total publié : le déficit public de 2021, soit 160,7 Md€ ou 6,4 % du produit intérieur brut',
    note(3),
    '. Les deux montants se ressemblent ; ils ne mesurent pas la même chose. Le premier est un volume d’activité confié, le second un solde entre des dépenses et des recettes.',
  ),
  heading(
    3,
    'deux-ensembles-qui-ne-s-additionnent-pas-sans-precaution',
    'Deux ensembles qui ne s’additionnent pas sans précaution',
  ),
  paragraph(
    'Les délégations de service public sont connues par leurs ',
    emphasis('chiffres d’affaires'),
    ' : une partie en est payée par l’usager, et non par le budget d’une administration. Les marchés, eux, sont des dépenses. Le tableau qui suit donne les deux termes et leur somme exacte.',
  ),
  table({
    caption: ['Les deux termes du chiffrage, en milliards d’euros par an', note(4)],
    label: 'Les deux termes du chiffrage, en milliards d’euros par an',
    head: [['Ensemble'], ['Nature'], ['Montant']],
    rows: [
      [['Délégations de service public'], ['chiffre d’affaires'], ['120']],
      [['Marchés de services ou de prestations'], ['dépense'], ['43']],
      [['Total'], [''], ['163']],
    ],
    numeric: [2],
    total: true,
  }),
  paragraph(
    'D’autres chiffrages publics existent pour le premier terme. Le Sénat retenait environ 130 Md€ en 2015',
    note(5),
    ' ; l’Institut de la gestion déléguée affiche 170 Md€, 6 % du produit intérieur brut et 1,2 million d’emplois',
    note(6),
    '. François Ecalle, pour sa part, part des achats de biens et services des administrations : 248 Md€ en 2023, soit 8,8 % du produit intérieur brut',
    note(7),
    '.',
  ),
  box(
    'encadre',
    ['Ce qui ne se recalcule pas'],
    paragraph(
      'La note parle de « l’équivalent du quart du budget de l’État ». Rapporté aux charges nettes du budget général, le montant en représente davantage : 41,9 % de 381,8 Md€ en 2020, 39,5 % de 405,0 Md€ en 2021. Le dénominateur retenu n’est pas connu ; la fraction est donc citée ici, et non reprise à notre compte.',
    ),
    list(false, [
      ['le produit intérieur brut de 2020 est de 2 302,9 Md€, celui de 2021 de 2 500,9 Md€ ;'],
      ['160 Md€ font 6,9 % du premier et 6,4 % du second.'],
    ]),
  ),
];

const crisis: readonly Block[] = [
  heading(
    2,
    'cabinets-de-conseil-et-crise-sanitaire',
    'Cabinets de conseil et crise sanitaire : une dépense visible, une part infime',
  ),
  paragraph(
    'Entre mars 2020 et janvier 2021, le ministère de la Santé a passé 28 contrats avec sept cabinets, pour 11,353 M€',
    note(8),
    '. Rapportée aux 160 Md€, cette dépense de gestion de la crise sanitaire, dont la campagne vaccinale, pèse ',
    figure('part-conseil', '0,01 %'),
    '. Le calcul tient en une ligne, ',
    code('11,353 / 160 000 = 0,007 %'),
    ', et l’arrondi est juste.',
  ),
  paragraph(
    'La répartition n’est connue qu’en partie. McKinsey a reçu 4 M€ et Citwell 1,5 M€ ; le conseil en stratégie compte pour 5,4 M€ toutes taxes comprises',
    note(9),
    ', soit « 47 % du total »',
    note(10),
    '.',
  ),
  heading(3, 'qui-fait-quoi', 'Qui fait quoi'),
  list(true, [
    [strong('Accenture'), ' : le système d’information ;'],
    [strong('Citwell'), ' et ', strong('JLL'), ' : la logistique ;'],
    [strong('McKinsey'), ' : le cadrage et la coordination.'],
  ]),
  paragraph(
    'Les mises à jour ont été rapides : 9,56 M€ payés à McKinsey de décembre 2020 à mai 2021, puis 54 commandes et 26,79 M€ au total au 2 février 2022, contre 1,719 M€ en 2019. Le rapport des deux derniers montants est de 15,6, que l’on peut écrire « multipliées par 16 ».',
  ),
  testimony(
    'Julie, administratrice civile au ministère de la santé',
    paragraph(
      'Alors que le service public devrait être un facteur d’émancipation, il est trop souvent maltraitant, violent ou inégalitaire. Nous connaissons nos métiers, nous en comprenons le sens au quotidien et pensons nécessaire de le défendre pleinement.',
    ),
  ),
];

const senate: readonly Block[] = [
  heading(
    2,
    'ce-que-la-commission-d-enquete-du-senat-a-etabli',
    'Ce que la commission d’enquête du Sénat a établi en mars 2022',
  ),
  paragraph(
    'Quatre mois de travaux, 7 300 documents, 19 propositions',
    note(11),
    ' : le rapport chiffre à ',
    strong('« plus d’un milliard d’euros »'),
    ' les dépenses de conseil de l’État en 2021, plus du double de 2018. Pour les seuls ministères, elles passent de 379,1 M€ à 893,9 M€, multipliées par 2,36',
    note(12),
    '. S’y ajoutent, pour 44 opérateurs, au minimum 171,9 M€',
    note(13),
    '.',
  ),
  picture({
    url: 'images/conseil.svg',
    data: chart,
    alt: 'Barres : dépenses de conseil des ministères, 379,1 M€ en 2018 et 893,9 M€ en 2021 ; opérateurs, 171,9 M€ en 2021.',
    caption: ['Dépenses de conseil des ministères et de 44 opérateurs. Source : Sénat, rapport n° 578.'],
  }),
  table({
    caption: ['Dépenses de conseil, en millions d’euros'],
    label: 'Dépenses de conseil, en millions d’euros',
    head: [['Périmètre'], ['2018'], ['2021'], ['Évolution']],
    rows: [
      [['Ministères'], ['379,1'], ['893,9', note(14)], ['+135,8 %']],
      [['Opérateurs (44, au minimum)'], ['71,9'], ['171,9'], ['× 2,39']],
      [['dont conseil à forte dimension stratégique'], ['–'], ['445'], ['–']],
      [['Total des deux premières lignes'], ['451,0'], ['1 065,8'], ['× 2,36']],
    ],
    numeric: [1, 2, 3],
    total: true,
  }),
  paragraph(
    'Les ministères dépensaient 469 M€ en autorisations d’engagement et 402 M€ en crédits de paiement sur trois ans, de 2011 à 2013, soit 156 et 134 M€ par an. La proposition de loi née du rapport a été adoptée au Sénat le 18 octobre 2022.',
  ),
  heading(3, 'les-denominateurs', 'Choisir ses dénominateurs'),
  paragraph(
    'Une part n’a de sens que par ce à quoi on la rapporte. Le déficit public est passé de 205,5 Md€ et 8,9 % du produit intérieur brut à 160,7 Md€ et 6,4 %',
    note(3, 2),
    ' ; les dépenses publiques, de 61,4 % à 59,2 %. Choisir l’un ou l’autre de ces totaux change le sens de la phrase, non le montant.',
  ),
  quote(
    paragraph(
      'Au moins 160 Md€, soit l’équivalent du quart du budget de l’État : la formule est celle de la note, elle lui est laissée.',
    ),
  ),
  rule(),
  box(
    'recommandation',
    ['Recommandation'],
    paragraph(
      'Publier chaque année, pour chaque ministère, le montant des marchés de services et celui des délégations, avec leur méthode. Le ',
      link('https://www.senat.fr', 'rapport du Sénat'),
      ' compte 19 propositions.',
    ),
  ),
  heading(2, 'limites', 'Limites de cette lecture'),
  paragraph(
    'La ventilation complète des contrats par cabinet n’a pas été retrouvée. Les montants des opérateurs sont des minima. Les délégations de service public sont comptées en chiffre d’affaires, ce qui surestime la dépense publique qu’elles représentent. Enfin, les deux termes du chiffrage n’ont ni la même source ni la même année de référence.',
  ),
];

/** The body of the fixture note, block by block. */
export const body: readonly Block[] = [...wholes, ...crisis, ...senate];
