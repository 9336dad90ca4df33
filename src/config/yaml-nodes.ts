import { isMap, isScalar, isSeq } from 'yaml';
import type { Scalar, YAMLMap, YAMLSeq } from 'yaml';

/** Everything that stands in a YAML document, in its order: keys before their values, parents before what they hold. */
export interface YamlNodes {
  /** With the mappings and lists that hold each, the outermost first. */
  readonly all: readonly { readonly node: unknown; readonly inside: readonly unknown[] }[];
  readonly scalars: readonly Scalar[];
  readonly maps: readonly YAMLMap[];
  readonly lists: readonly YAMLSeq[];
}

/** Walks a document once for all who look into it: the library's own walk costs more than reading the text. */
export function walkYaml(root: unknown): YamlNodes {
  const nodes = {
    all: [] as { node: unknown; inside: readonly unknown[] }[],
    scalars: [] as Scalar[],
    maps: [] as YAMLMap[],
    lists: [] as YAMLSeq[],
  };
  const walk = (node: unknown, inside: readonly unknown[]): void => {
    if (node === null || node === undefined) return;
    nodes.all.push({ node, inside });
    if (isScalar(node)) nodes.scalars.push(node);
    if (isMap(node)) {
      nodes.maps.push(node);
      const deeper = [...inside, node];
      for (const { key, value } of node.items) {
        walk(key, deeper);
        walk(value, deeper);
      }
    }
    if (isSeq(node)) {
      nodes.lists.push(node);
      const deeper = [...inside, node];
      for (const item of node.items) walk(item, deeper);
    }
  };
  walk(root, []);
  return nodes;
}
