import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { descriptionOf } from '../../src/render/description.ts';
import { shorten } from '../../src/util/shorten.ts';
import { note, paragraph } from './page-builder.ts';
import { pageFixture, pageOf } from './page-fixture.ts';

describe('the description of a page', () => {
  it('has 30 to 320 signs, whatever the summary', () => {
    fc.assert(
      fc.property(fc.option(fc.string({ maxLength: 600 }), { nil: undefined }), (summary) => {
        const { length } = descriptionOf(pageFixture({ summary }));
        expect(length).toBeGreaterThanOrEqual(30);
        expect(length).toBeLessThanOrEqual(320);
      }),
    );
  });

  it('is the first paragraph without its note calls where there is no summary', () => {
    const page = pageOf([paragraph('Une première phrase assez longue', note(1), ', puis sa fin.')], {
      summary: undefined,
    });
    expect(descriptionOf(page)).toBe('Une première phrase assez longue, puis sa fin.');
  });
});

describe('shortening', () => {
  it('keeps to its limit and only cuts', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 200 }), fc.integer({ min: 5, max: 120 }), (text, limit) => {
        const short = shorten(text, limit);
        expect(short.length).toBeLessThanOrEqual(limit);
        if (text.trim().length <= limit && !/\s\s|[\n\t\r]/u.test(text)) expect(short).toBe(text.trim());
      }),
    );
  });

  it('cuts between words', () => {
    expect(shorten('Une phrase, trop longue pour la place', 14)).toBe('Une phrase…');
  });
});
