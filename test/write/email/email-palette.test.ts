import fc from 'fast-check';
import { expect, test } from 'vitest';
import { contrast } from '../../../src/util/colours.ts';
import { emailPalette } from '../../../src/write/email/email-palette.ts';
import { pageFixture } from '../../render/page-fixture.ts';

const colour = fc
  .integer({ min: 0, max: 0xffffff })
  .map((value) => `#${value.toString(16).padStart(6, '0')}`);

test('whatever the brand’s colours, text can be read on every ground, light and dark', () => {
  fc.assert(
    fc.property(colour, colour, colour, (primary, ink, accent) => {
      const palette = emailPalette({
        ...pageFixture().brand,
        colours: { primary, ink, accent, positive: '#01A98D' },
      });
      for (const mode of ['', 'dark-']) {
        const of = (name: string): string => palette.get(mode + name)!;
        const grounds = ['ground', 'card', 'tint'].map(of);
        const weakest = Math.min(
          ...['text', 'heading', 'muted', 'link'].flatMap((name) =>
            grounds.map((ground) => contrast(of(name), ground)),
          ),
          contrast(of('mark-text'), of('mark')),
        );
        expect(weakest).toBeGreaterThanOrEqual(4.5);
      }
    }),
  );
});
