import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contrast, mix, readableOn } from '../../src/util/colours.ts';

const colour = fc
  .integer({ min: 0, max: 0xffffff })
  .map((value) => `#${value.toString(16).padStart(6, '0')}`);
const paper = fc.constantFrom('#ffffff', '#0e181c', '#f4f1ea');

describe('colours', () => {
  it('agree with the contrast of the standard', () => {
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
    expect(contrast('#767676', '#ffffff')).toBeCloseTo(4.54, 2);
    expect(mix('#000000', '#ffffff', 0.5)).toBe('#808080');
    expect(contrast('#fff', '#000')).toBeCloseTo(21, 5);
  });

  it('can always be read, whatever a workspace asks for', () => {
    fc.assert(
      fc.property(colour, paper, (brand, ground) => {
        const wash = mix(brand, ground, 0.07);
        const text = readableOn(brand, [ground, wash]);
        expect(contrast(text, ground)).toBeGreaterThanOrEqual(4.5);
        expect(contrast(text, wash)).toBeGreaterThanOrEqual(4.5);
      }),
    );
  });

  it('that can be read are left alone', () => {
    expect(readableOn('#06708E', ['#ffffff'])).toBe('#06708e');
  });
});
