import { nodesOf } from '../markdown/nodes-of.ts';
import type { Problem } from '../core/finding.ts';
import type { Meta } from '../core/note.ts';
import type { Rule } from '../core/rule.ts';
import { fr } from '../util/french.ts';
import { placeInText } from '../util/text-place.ts';

const header = '---\ntitle: Bilan\n---\n\n';
const task = String.raw`à\s+(?:compléter|vérifier|sourcer|préciser|confirmer|relire|définir|remplir)|to\s+(?:complete|check|confirm)`;
/** "À compléter" is also plain prose ("un dossier à compléter"): it counts alone or in brackets. */
const pattern = new RegExp(
  String.raw`(?<![\p{L}\p{N}_-])(?:TODO|FIXME|XXX+|TKTK|TBD|TBC)(?![\p{L}\p{N}_-])|lorem\s+ipsum|[[(<«]\s*(?:${task})\s*[\])>»]|^\s*(?:${task})\s*[.…:!]*\s*$`,
  'gu',
);

export const markdownPlaceholder: Rule = {
  id: 'markdown/placeholder',
  severity: 'warning',
  summary: {
    fr: fr`Un passage attend encore d’être écrit : TODO, XXX, « [à compléter] », lorem ipsum.`,
    en: 'A passage is still to be written: TODO, XXX, "[à compléter]", lorem ipsum.',
  },
  examples: [
    {
      title: { fr: 'De la prose', en: 'Prose' },
      note: `${header}Un dossier à compléter en ligne, au XXXe siècle. \`TODO\`\n`,
      expect: [],
    },
    {
      title: { fr: 'Des passages en attente', en: 'Passages that wait' },
      note: `---\ntitle: Bilan TODO\n---\n\nLe coût est de XXX euros [à vérifier].\n\nÀ compléter.\n`,
      expect: ['2:8', '5:16', '5:26', '7:1'],
    },
  ],
  *check(note) {
    for (const key of ['title', 'subtitle', 'summary'] as const satisfies readonly (keyof Meta)[]) {
      if (found(note.meta[key] ?? '').length > 0) yield { place: note.metaPlace([key]), ...said };
    }
    const lines = note.source.split('\n');
    const problems: Problem[] = [];
    nodesOf(note.tree, 'text').forEach((node) => {
      for (const { start, end, text } of found(node.value))
        problems.push({ place: placeInText(lines, node, start, end), actual: text, ...said });
    });
    yield* problems;
  },
};

function found(text: string): { start: number; end: number; text: string }[] {
  const lowered = text.replace(/(?:À|LOREM|Lorem)/gu, (word) => word.toLowerCase());
  return Array.from(lowered.matchAll(pattern), ({ 0: match, index }) => ({
    start: index,
    end: index + match.length,
    text: text.slice(index, index + match.length).trim(),
  }));
}

const said = {
  message: { fr: 'Ce passage attend encore d’être écrit.', en: 'This passage is still to be written.' },
  help: {
    fr: fr`Complétez-le, ou ôtez-le ; une note pour vous-même se met dans un commentaire : <!-- … -->.`,
    en: 'Write it, or take it out; a note to yourself goes into a comment: <!-- … -->.',
  },
};
