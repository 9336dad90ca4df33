import type { ParsedYaml, YamlPath } from '../config/yaml.ts';
import type { MetaText } from '../core/note.ts';

/** Every key and value of a front-matter but for the people: they may be named there, and are resolved elsewhere. */
export function metaTexts(yaml: ParsedYaml): MetaText[] {
  const texts: MetaText[] = [];
  const walk = (value: unknown, path: YamlPath): void => {
    if (typeof value !== 'object' || value === null) {
      texts.push({ text: String(value), place: yaml.placeOf(path, 'value') });
      return;
    }
    for (const [key, item] of Object.entries(value) as [string, unknown][]) {
      if (path.length === 0 && (key === 'authors' || key === 'signatories')) continue;
      const at = [...path, Array.isArray(value) ? Number(key) : key];
      if (!Array.isArray(value)) texts.push({ text: key, place: yaml.placeOf(at, 'key') });
      walk(item, at);
    }
  };
  walk(yaml.value, []);
  return texts;
}
