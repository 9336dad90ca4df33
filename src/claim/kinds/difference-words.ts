import { wordy } from '../pattern.ts';

const nouns =
  'écarts?|différences?|différentiel|soldes?|déficits?|excédents?|bénéfices?|marges?|impasse|manque|reste|reliquat|trou|surplus|surcoût|supplément|rallonge|épargne|économies?|gains?|pertes?|avance|retard|dérapage|dépassements?|trop-perçu|trop-versé|besoin|désaccord|divergence|majorité|amélioration|décalage|gouffre|complément|disparition|suppression|création|décrochage|gaps?|differences?|shortfall|deficit|profits?|loss(?:es)?|balance|margin|remainder|excess|savings?|lead|(?<!simple |absolute )majority(?! vote)|variance|discrepancy|premium|discount|improvement|(?:sous|sur)-?(?:exécution|consommation|réalisation|effectif|occupation|financement|estimation|évaluation|facturation|dotation|capacité|emploi)s?|(?:over|under)-?(?:spend|run|staffing|payment|estimate|charge|shoot|delivery|collection)s?|vacanc(?:y|ies)|(?:postes? )?vacants?';
const verbs =
  'rest(?:e|ent|ait|aient|erait|eraient|ant|era|eront)|subsist\\w*|demeur\\w*|manqu(?!ement)\\w*|diffèr\\w+|différ(?:ai|er|a)\\w*|differ(?:s|ed)?|priv(?:é|ée|ent|er|ant)s?|sacrifi\\w*|(?:dépass|excèd|exceed|surpass|outnumber|outstrip)\\w*\\b[^.;()]{0,40}\\b(?:de|by)|gagn\\w*|perd\\w*|économis\\w*|supprim\\w*|garde(?:nt)?|conserve(?:nt)?|complét\\w*|créé|épargn\\w*|écart(?:é|er|ant)\\w*|laiss(?:e|ent|ant|ait)|renvoy\\w*|éconduit\\w*|refus\\w*|rejet\\w*|sépar\\w*|leaving|leaves|(?<!-)left|remain\\w*|saving|saves?|saved|overran|lead|net|short(?!-)|additional|extra|turn(?:ed|ing) (?:away|down)|reject\\w*|separat\\w*|fewer by|shed|pocket\\w*';

/** Words of a difference, or of what is left, before its number and in its clause. */
export const named = wordy(new RegExp(`\\b(?:${nouns}|${verbs})\\b[^.;()]{0,48}$`));
/** "reste à 110 euros": it stays so. */
export const staying = wordy(
  /\b(?:rest|demeur|remain|stay)\w*(?: [a-zà-ÿœ'-]+){0,3} (?:à|at|under|over|sous|above|autour de|around) $/,
);
/** A word of a difference that is the subject: "l'écart entre les deux devis est donc de". */
export const namedFar = wordy(
  new RegExp(
    `\\b(?:${nouns})\\b[^.;]{0,110}\\b(?:est|sont|s'élève|atteint|s'établit|ressort|se monte|s'est (?:établi|élevé)e?|is|was|stands|came|comes|reached|amounts?|amounted)(?: (?:donc|ainsi|de|à|at|to|encore|then|now|thus|therefore))* $`,
  ),
);
/** The same after it. */
export const namedAfter = wordy(
  /^ (?:[a-zà-ÿœ]+ )?(?:gap|lead|(?<!simple |absolute )majority(?! vote)|balance|discrepancy|difference)\b|^[^.;:()0-9]{0,26}\b(?:de plus|de moins|en moins|en plus|supplémentaires?|de différence|d'écart|d'avance|de retard|de trop|(?:les|la|le|l') ?sépar\w+|manqu(?:e|ent|ait|aient|era|eront)|restent|subsist\w+|ont disparu|(?:perd|disparu|supprim|économis|gagn|épargn|retranch|sacrifi|inoccup|inutilis|impay|inemploy|inexécut|non-?[a-z]{3,})[ué]?e?s?|(?:ont|ayant) été (?:supprim|ferm|démol|vend|détrui|perd|retir|abandonn|rejet|refus|écart|annul|radi|licenci|ampu|ray|économis|gagn)[a-zà-ÿœ]*|vacants?|vides|n'ont pas [a-zà-ÿœ]+|non [a-zà-ÿœ]+és|not (?:been )?[a-z]+ed|more|fewer|less|higher|lower|longer|shorter|cheaper|dearer|heavier|extra|additional|short(?!-)|left|remain\w*|over budget|under budget|un(?:filled|let|sold|built|claimed|staffed|occupied|served|met)|lost|saved|empty|ferm\w+|closed|shut|cut|axed|apart|ahead|behind|shortfall|surplus|overrun|outstanding|missing|unpaid|unspent|unused|owing|vacanc\w+|separat\w+)\b/,
);
