// Everything here runs inside the page: a function may use another of this file, and nothing else.

type PageOf = (element: Element) => number;

/** Each `[data-reference-page]` with what it leads to. */
function referencePlaces(): { place: Element; target: Element }[] {
  return [...document.querySelectorAll('[data-reference-page]')].flatMap((place) => {
    const target = document.getElementById(place.getAttribute('data-reference-page') ?? '');
    return target ? [{ place, target }] : [];
  });
}

/**
 * Writes ", p. 7" after each reference to something on another page. What is written may move what follows: it is
 * measured again, a few times at most. Gives the page of each target.
 */
function writeReferences(pageOf: PageOf): [id: string, page: number][] {
  const places = referencePlaces();
  for (let round = 0; round < 3; round += 1) {
    const words = places.map(({ place, target }) => {
      const page = pageOf(target);
      const isHere = page === pageOf(place);
      return isHere ? '' : (place.getAttribute('data-words') ?? '').replace('{page}', String(page));
    });
    if (places.every(({ place }, index) => place.textContent === words[index])) break;
    places.forEach(({ place }, index) => {
      place.textContent = words[index] ?? '';
    });
  }
  return places.map(({ target }) => [target.id, pageOf(target)]);
}

const functions = [referencePlaces, writeReferences];

/** Source of the functions that write the pages of references; `writeReferences` is the one to call. */
export const referenceScript = functions.map(String).join('\n');
export type WriteReferences = typeof writeReferences;
export const writeReferencesName = writeReferences.name;
