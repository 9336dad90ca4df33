/**
 * Words that tell how numbers are related, over folded text (lower case, plain spaces, straight apostrophes). Stems are
 * enough: what stands between two numbers is short.
 */
import { wordy } from './pattern.ts';

const riseStems =
  "aggrav|accro(?:î|is|iss)|accru|alourd|allong|additional|rallong|agrand|augment|bond|dépass|enfl|extens|creus|cr[oô]i(?:t|ss)|croî|cr[uû]e?s?\\b|envol|explos|gagn|gonfl|grimp|haus+|major(?:é|er|ation)|progress|rel[eè]v(?:é|ée|er|ement)\\b|renchéri|rehauss|surco[uû]t|increas|gr[eo]w|growth|r[io]se|risen|rising|climb|jump|soar|surg|gain|swell|(?<!mak(?:e|es|ing) |made |tak(?:e|es|ing) |took |eats? |eating |ate |us(?:e|es|ed|ing) |soak(?:s|ed) |mop(?:s|ped) |swallow(?:s|ed) |set |end |ended |taken |adds? |added |hung |signed |turned |gave |given |picked |took |backed |followed |showed |opened |caught |drawn |drew |cleared |held |locked )up\\b|expand|boost|higher|longer|overr[ua]n|supérieure?s? (?=d)|widen|inflation|rench[eé]r|revaloris|reval[uo]|(?:plus|mieux) [a-zà-ÿœ]{3,} (?=d[e'])|add(?:ed|s)\\b|extra\\b|put on";
const fallStems =
  "abaiss|abatt|déduct|déduit|décote|ristourn|rabais|minor(?:é|er|ation)|abîm|amput|amaigri|baiss|chut|contraction|contracté|décr[uo]|décroi|déclin|dégringol|diminu|effondr|fléch|fondu|perd|perte|raboté|recul|rédui|réduc|rétréci|régress|repli\\b|retrait\\b|raccourc|écourt|dispar(?:u|ition|aî|aiss)|évapor|supprim|inférieure?s? (?=d)|moins [a-zà-ÿœ]{3,} (?=d[e'])|plus (?:bas|basse|faible|court|courte|petite?)s? (?=d)|éclairci|érod|amenuis|resserr|dévaloris|rogné|tomb|tass|économis(?:é|er|e)\\b|allég|cut|declin|decreas|down\\b|drop|fall(?:s|en|ing)?\\b|fell|los[eits]|lost|lower|plung|reduc|shrank|shrink|shrunk|slump|slash|tumbl|dip(?:s|ped)?\\b|slip(?:s|ped)?\\b|slid\\b|sank\\b|halv|contracted|trimm|sav(?:ed|ing)|shorten|narrow|shed|evaporat|gone\\b|vanish|disappear|ero[ds]";

/** What may stand between a word of change and its number: a preposition at the end, or next to nothing. */
const tail =
  "[a-zà-ÿœ-]*(?:(?: [a-zà-ÿœ-]+){0,1} |[^.;:()0-9]{0,56}(?:[ ,](?:de|d'|by|of|par|à|est|is|was|a|an|near|at|en|atteint|s'établit à|reached|to) (?:presque |plus de |près de |about |environ |some |a |an |the )?|d')|(?: [a-zà-ÿœ'-]+){0,3} ?(?::|=|,) ?)$";
/** The last word before a number that says it rises or falls: group 1 falls, group 2 rises. */
const change = wordy(new RegExp(`(?:^|[^a-zà-ÿ])(?:(${fallStems})|(${riseStems}))`, 'g'));
const changeTail = wordy(new RegExp(`(?:^|[^a-zà-ÿ])(?:${fallStems}|${riseStems})${tail}`));
const moreAfter = wordy(
  /^ (?:(?:de |d'|of )[a-zà-ÿœ-]+ (?=en plus|supplémentaire|additionnel|de plus\b)|de |en )?(?:en plus|de plus\b|plus|additionnel|supplémentaire|de hausse|d'augmentation|de croissance|hausse|augmentation|more|higher|increase|rise|growth|up\b|jump|above|au-dessus|supérieur|extra|additional|gain|de progression|de mieux|de surcoût|longer|dearer|overrun|over-?spend|surcoût|en sus|de rallonge)/,
);
const lessAfter = wordy(
  /^ (?:(?:of [a-z ]{3,24} |des [a-zà-ÿœ' -]{3,24} )?(?:ont|a|avaient|have|has|had|were|was|sont|est|are) (?:[a-zà-ÿ]+ ){0,2}(?:disparu|perdu|supprimé|fermé|gone|disappeared|vanished|lost|closed|cut)|(?:of|de|des|du) [^.,;0-9]{0,40}\b(?:gone|disappeared|vanished|disparu|envolée?s?)\b|(?:de |d')[a-zà-ÿœ-]+ (?:en|de) moins\b|(?:de |en )?(?:moins|de baisse|de réduction|de diminution|de recul|baisse|réduction|less|fewer|lower|decrease|fall|drop|cut|decline|reduction|down\b|below|au-dessous|en dessous|inférieur|loss|d'économie|off\b|weaker|shorter|cheaper)|(?:de )?(?:la|leur|sa) valeur a disparu)/,
);

export type Sense = 'rise' | 'fall';

/** Whether a number is said to be a change, and which way, by the words just before and just after it. */
export function changeSense(left: string, right: string): Sense | undefined {
  if (lessAfter.test(right)) return 'fall';
  if (moreAfter.test(right)) return 'rise';
  if (!changeTail.test(left)) return undefined;
  const last = [...left.matchAll(change)].at(-1);
  return last?.[1] === undefined ? 'rise' : 'fall';
}

/** Words that link a result to the numbers before it: "soit", "ce qui représente", "(", ":". */
const linkWords =
  "soit|c'est-à-dire|c'est à dire|à savoir|c'est|ce sont|cela|ça|ce qui|qui|équiv\\w*|représent\\w*|correspond\\w*|ou|donc|i\\.e\\.|that is|that's|this is|it is|or|which|representing|represent\\w*|equival\\w*|equal\\w*|works? out|amount\\w*|account\\w*|d'où|hence|making|mak\\w+|about|une? (?:part|proportion|taux)|an? (?:\\w+ )?(?:rate|share|proportion)|some|autrement dit|autant dire|en clair|so|hence|d'où|ergo|thus|therefore|pour un total|fait|font|faisant|just|only|seulement|à peine|in other words|reste|restait|ressort|came? to|com(?:es|ing) to|gives?|giving|leav\\w+|déduit|conclut|déduire|calcule|dès lors|puis|works? out";
const linkPattern = wordy(
  new RegExp(
    String.raw`(?:^|[ ,(–—:-])(?:${linkWords})(?: [^.;()]{0,50})?$|[(:–—=] ?(?:[a-zà-ÿ'-]+ ){0,2}$|- $`,
  ),
);

const apart = wordy(
  /[;!?] (?!(?:restent?)\b)(?!(?:soit|c'est|cela|ça|ce qui|in other|that is|i\.e\.|autrement|or|donc)\b)|(?:tandis|alors) que|\b(?:while|whereas)\b/,
);

/** Whether the words between numbers and a result say that it comes of them. */
export function isLinked(gap: string): boolean {
  return gap.length < 110 && !apart.test(gap) && linkPattern.test(gap);
}

const forwardLink = wordy(
  /^[^.;]{0,60}(?:[(:–—=]|\bsoit\b|\bi\.e\.|\bthat is\b|\bc'est-à-dire\b|\bnamely\b|, (?:à savoir|ou|or)\b|- )/,
);

/** Whether the words after a result lead to the numbers it comes of: "(", ":", "—", ", soit". */
export function leadsOn(gap: string): boolean {
  return gap.length < 110 && !/[;!?] /.test(gap) && forwardLink.test(gap);
}

/** What parts two subjects: numbers on either side are not of one thing. */
export const breaker = wordy(
  /[;.!?]|\b(?:tandis|alors|mais|quand|lorsque|pendant|while|whereas|but|although|et|and|dont|où|when|cependant|however|qui|puis|avec|with|malgré|despite|sans|ainsi que)\b/,
);

/** How a sentence begins that goes on about the numbers of the one before. */
const resuming = wordy(
  /^["«“(– —-]*(?:[^.;:0-9]{0,50}\b(?:donc|ainsi|dès lors|therefore|thus|hence|en conséquence)\b|(?:rapporté|ramené|réparti|divisé|spread|shared|divided|sur cette|sur ce|sur ces|par (?:tête|agent|habitant|jour|mois|personne|élève)|per|each|chaque|chacune?|en moyenne|on average|combined|together|ensemble|les deux(?! (?:tiers|cinquièmes|dixièmes))|both|between them|à eux|au bout du compte|du coup|bref|dit autrement|in other words|put another way)\b|(?:soit|c'est|ce sont|cela|ça|ce qui|il|ils|elle|elles|celui-ci|celle-ci|celles-ci|ceux-ci|on|that|this|it|they|these|which|so|or|au total|total|en tout|résultat|bilan|autrement dit|in (?:total|all)|altogether|all told|overall|le tout|tout cela|l'addition|the (?:rise|increase|fall|drop|cut|decline|growth|total|gap|difference|share|average|ratio|result))\b|(?:l'|l[ae] |the |this |that |cette |cet |ce |une? |soit une? )?(?:hausse|baisse|augmentation|diminution|progression|croissance|recul|chute|réduction|écart|différence|total|part|proportion|moyenne|gain|perte|évolution|solde|reste|bond|dépassement|surcoût|allongement|déficit|excédent|bénéfice|gouffre|manque|ratio|densité|overrun|shortfall|surplus|deficit|balance|multiplication|marge|impasse|increase|rise|fall|drop|cut|gap)\b)/,
);

export function isResuming(sentence: string): boolean {
  return resuming.test(sentence);
}

/** Words by which a text distances itself from a statement. */
const refuting = wordy(
  /\b(?:faux(?! (?:négatif|positif|frais|document|papier|profil|compte|billet|ami|départ|plafond))|fausses?(?! (?:alerte|couche|déclaration|facture|note|piste|adresse|identité|sortie|route))|faussement|à tort|erreur|erroné|erronée|inexact|prétend|prétendument|prétendue?s?|soi-disant|on lit partout|contrairement à|et non(?! titulaires)|non pas|démenti|intox|rumeur|légende|wrong|wrongly(?! (?!claim|stat|report|said)[a-z]+ed\b)|false(?! (?:negative|positive|alarm|report|claim form|call|teeth|start))|falsely|mistaken|incorrect|myth|not,? as|contrary to|claims? that|claimed (?:that|to)|it is claimed|alleged|allegedly|so-called|would have (?:us|you) believe|isn't|aren't|corrig)\b/,
);

const denied = wordy(/\b(?:ne (?:représente|sont|est|fait|font)|n'est)\b[^.]{0,20} pas\b/);

/** Whether the words around a statement refute it, or those up to its end deny it. */
export function isRefuting(left: string, right: string): boolean {
  return refuting.test(left + right) || denied.test(left);
}

/** What is aimed at or imagined is no statement of fact. */
export const unreal = wordy(
  /\b(?:objectif|viser?|vise|visait|cible|d'ici|prévoi|prévu|prévision|pourrait|pourraient|devrait|devraient|serait|seraient|aurait|auraient|si |target|aim|could|would|should|might|forecast|projected|expected|by 20\d\d|goal)/,
);
