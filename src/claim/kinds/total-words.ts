import { wordy } from '../pattern.ts';

/** Words that name a total before its number: "total", "somme", "combined", "la facture globale". */
export const totalLead = wordy(
  /(?<!\b(?:dans|sur|de|à) (?:ce|cet|le|l') ?|\b(?:du|of the|of that|of this|in this|in that) )\b(?:total|totaux|totale|somme|ensemble|cumul\w*|global\w*|agrég\w*|en tout|au total|totalis\w*|tous ensemble|confondu\w*|réuni\w*|additionn\w*|altogether|combined|in all|totall?ing|totall?ed|sum|aggregate|overall|together|tally|à (?:eux|elles) (?:deux|trois|quatre|tous|toutes|seuls)|(?:les|ces) (?:deux|trois|quatre|cinq)|these (?:two|three|four|five)|add(?:s|ed|ing)? up|le tout|tout cela|l'addition|tour de table|the (?:two|three|four|five)|all (?:three|four|five)|cumulé\w*|(?:donc|ainsi) (?:de|à|portée?s? à)|porte(?:nt)? (?:donc |ainsi )?(?:le|la|l'|son|sa|leur)(?: total|nombre|montant|somme|facture|note|coût|bilan|effectif|budget|compte|chiffre|capacité|dépense|enveloppe|[a-zà-ÿœ]+)s?|(?:br(?:ings?|inging|ought)|takes?|taking|took)(?: [^.;:(),0-9]{0,40})? to|add(?:s|ed|ing)? up to|in total)\b(?:[^.;:(),]{0,56}|,[^.;:(),]{0,40}|[^.;:(),]{0,40}: ?)$/,
);

/** The same after it: "29 sites altogether", "au total". */
export const totalTail = wordy(
  /^[^.;:()0-9]{0,30}\b(?:au total|en tout|au cumul|en cumulé|all told|in total|altogether|in all|combined|overall|between (?:them|the two|the three)|together|à (?:eux|elles) (?:deux|trois|quatre|tous|toutes)|ensemble|tou(?:te)?s [^.;:(),0-9]{0,20}confondu\w*|tout compris|de total)\b/,
);

/** Words that split a number up into the list that follows: "répartis en", "split between", ":", "(". */
export const split = wordy(
  /\b(?:réparti\w*|répartissent|ventil\w*|décompos\w*|partag\w*|composé\w*|comprenant|comprend|additionn\w*|regroup\w*|provenant|provien\w*|split|divided|broken down|made up|comprising|comprises?|consist\w*|shared (?:between|among|out|by)|à raison de)\b|: ?$|\($/,
);
export const splitWord = wordy(
  /\b(?:réparti|ventil|décompos|partag|composé|compren|made (?:up )?of|split|divided|broken|comprising|consist|shared (?:between|among|out|by))/,
);

/** What may part two items of a list. */
export const listGap = wordy(
  /^[^.!?=]{0,90}(?:,|;|\bet\b|\band\b|\bplus\b|\+|\bpuis\b|\bainsi que\b|\bmais aussi\b|\bthen\b|\bas well as\b|\)|\bou\b|(?:ajout|add|complét|on top|outre|besides|along)[a-zà-ÿœ]*)[^.!?]{0,90}$/,
);
/** What parts two numbers that are no items of one list. */
export const notList = wordy(
  /\b(?:contre|against) (?:les? |la |l'|seulement |the |only )?$|\b(?:sur|dont|soit|out of|of which|including|par rapport|au lieu|chacune?|chaque|each)\b|\bfrom (?:the |a |an |about )?$|(?:^| )(?:à|to) $/,
);
/** What closes a list: the last item is the last. */
export const closing = wordy(
  /\b(?:et|and|plus|puis|ainsi que|enfin|mais aussi|then|as well as|finally|ajout\w*|on top)\b|(?<!\+)\+(?!\+)/,
);

/** Words by which a clause follows from what was said before: "donc", "so that". */
export const consequence = wordy(
  /\b(?:donc|ainsi|dès lors|par conséquent|en conséquence|si bien que|de sorte que|du coup|partant|d'où|au bout du compte|en définitive|au final|finalement|de ce fait|bref|ce qui|thus|therefore|hence|so that|so|accordingly|as a result|in consequence|which|making|leaving|ultimately|in the end|when all is)\b/,
);

/** "soit", "making", ":": what links a list to its total. */
export const sumLink = wordy(
  /\b(?:soit|donc|making|makes|font|fait|faisant|total\w*|i\.e\.|that is|[,(] ?or|in all|en tout|ce qui|which|gives?|bringing|somme)\b|[=] ?$|: ?$/,
);
