/** French surnames, folded, that are also ordinary words, first names or places: alone they point at nobody. */
export const ordinaryWords: ReadonlySet<string> = new Set(
  `adam agent albert alexandre allemand ami andre ange anglais antoine arnaud auguste avocat banque barbier baron
  barre basile baudet beau beaux benoit berger bernard bertrand besson bijou bison blanc bleu blond boeuf bois bon
  bonhomme bonnet bonneau boucher boulanger bouquet bourg bourgeois bouvier breton bris brun bruno caillou camus carre
  cardinal chambre champ champion chapelle charles charpentier chasseur chateau chaussee chauvin chene cheval chevalier
  christophe clair claude clement clerc cloutier collet colin comte conseil constant coq corbeau cordier cornet
  costa cote couture couturier croix cuisinier dauphin david daniel delta denis desire didier dimanche dominique doux
  duc emile ermite etienne fabre fabien faucon felix ferme ferrand ferre ferry feuille fleur fleury florent fontaine
  forestier fort fortune francois franc francais france gabriel gaillard garde garnier gaspard gauthier gautier gay
  genet gerard gendarme germain gilbert gilles grand grange gras gregoire gris gros guerin guillaume guy hamel henri
  henry herbe hiver hubert hugo humbert jacob jacques jardin jean jeune jolie joly jordan joseph jourdan joyeux juge
  jules julien labbe lacroix lac lambert lange langlois laurent lebon leon leonard lievre lion long louis loup luc
  lucas maire maison maitre malin marc marchand marche marechal marie marin marion marteau martin martinet masson
  mathieu maurice maurin maxime menager mercier merle meunier michel ministre moine monnier monet moreau morin moulin
  mounier mouton neveu nicolas noel noir normand olivier or page pages paille pain palais paris parent pascal pasteur
  paul pays pelletier perret perrier perrin perrot petit philippe picard pierre pin pinson plume poirier poisson pomme
  pommier pont porte portier potier poulain prat prevost prevot prieur prince prevention public rame rambaud raymond
  regnier remy renard renaud renault rey ricard richard riche rigaud rivage riviere robert robin roche rocher roger
  roi roland rolland romain rose rossignol rouge rousseau roussel roux roy royer sabatier sage salle samson sauvage
  savoie second seigneur sergent simon soleil sorel soulier source tailleur teste texier thibault thierry thomas
  tissier tisserand tonnelier tournier toulouse tour toussaint valentin valette vallee vasseur vaillant vidal vieux
  ville villeneuve vincent voisin xavier yvon`.split(/\s+/u),
);
