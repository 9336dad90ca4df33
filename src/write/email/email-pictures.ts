import type { RootContent } from 'hast';
import type { Picture } from '../../core/note.ts';
import { rasterise, type Raster } from '../../picture/rasterise.ts';

/** A picture of the page, ready for the message. */
export interface MailPicture {
  /** The `data:` address by which the page shows it. */
  readonly address: string;
  readonly contentId: string;
  readonly raster: Raster;
}

/** The text column, in CSS pixels. */
const columnWidth = 536;

/** Every picture that the nodes show, once, in reading order, as bitmaps of twice the column's pixels. */
export async function mailPictures(nodes: readonly RootContent[], host: string): Promise<MailPicture[]> {
  const addresses = [...new Set(nodes.flatMap(addressesIn))];
  return Promise.all(
    addresses.map(async (address, index) => ({
      address,
      contentId: `picture-${index + 1}@${host}`,
      raster: await rasterise(pictureAt(address), {
        maxWidth: columnWidth,
        density: 2,
        colours: 64,
        quality: 80,
      }),
    })),
  );
}

function addressesIn(node: RootContent): string[] {
  if (node.type !== 'element') return [];
  if (node.data?.chart) return [node.data.chart.address];
  const { src } = node.properties;
  const own = node.tagName === 'img' && typeof src === 'string' && dataAddress.test(src) ? [src] : [];
  return [...own, ...node.children.flatMap(addressesIn)];
}

const dataAddress = /^data:(image\/(?:png|jpeg|gif|webp|svg\+xml));base64,/u;

function pictureAt(address: string): Pick<Picture, 'type' | 'data'> {
  const [prefix = '', type = 'image/png'] = dataAddress.exec(address) ?? [];
  const data = new Uint8Array(Buffer.from(address.slice(prefix.length), 'base64'));
  return { type: type as Picture['type'], data };
}

/** From good to small: a file that holds its pictures must stay under the size where mail programs cut it. */
const ladder = [
  { share: 1, density: 1, colours: 64, quality: 75 },
  { share: 1, density: 1, colours: 16, quality: 50 },
  { share: 0.6, density: 1, colours: 16, quality: 40 },
  { share: 0.4, density: 1, colours: 8, quality: 30 },
];

/** `data:` addresses of the pictures by content id, the best that fit `budget` bytes together, else the smallest. */
export async function embeddedSources(
  pictures: readonly MailPicture[],
  budget: number,
): Promise<ReadonlyMap<string, string>> {
  let sources = new Map<string, string>();
  for (const { share, ...options } of ladder) {
    const rasters = await Promise.all(
      pictures.map(({ address }) =>
        rasterise(pictureAt(address), { maxWidth: Math.round(columnWidth * share), ...options }),
      ),
    );
    sources = new Map(pictures.map(({ contentId }, index) => [contentId, dataUri(rasters[index])]));
    if ([...sources.values()].reduce((sum, source) => sum + source.length, 0) <= budget) break;
  }
  return sources;
}

function dataUri(raster: Raster | undefined): string {
  return raster ? `data:${raster.type};base64,${Buffer.from(raster.data).toString('base64')}` : '';
}
