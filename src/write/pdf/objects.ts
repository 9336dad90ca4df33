import { PDFArray, PDFDict, PDFHexString, PDFName, PDFNumber, PDFRef, PDFString } from '@cantoo/pdf-lib';
import type { PDFContext, PDFObject } from '@cantoo/pdf-lib';

/** The entry of a dictionary, references followed. */
export function entry(dictionary: PDFDict, key: string): PDFObject | undefined {
  return dictionary.context.lookup(dictionary.get(PDFName.of(key)));
}

export function dictEntry(dictionary: PDFDict, key: string): PDFDict | undefined {
  const value = entry(dictionary, key);
  return value instanceof PDFDict ? value : undefined;
}

export function numberEntry(dictionary: PDFDict, key: string): number | undefined {
  const value = entry(dictionary, key);
  return value instanceof PDFNumber ? value.asNumber() : undefined;
}

export function refEntry(dictionary: PDFDict, key: string): PDFRef | undefined {
  const value = dictionary.get(PDFName.of(key));
  return value instanceof PDFRef ? value : undefined;
}

/** The text of a name, without its slash, or of a string. */
export function textEntry(dictionary: PDFDict, key: string): string | undefined {
  const value = entry(dictionary, key);
  if (value instanceof PDFName) return nameText(value);
  return value instanceof PDFString || value instanceof PDFHexString ? value.decodeText() : undefined;
}

/** The library decodes sign by sign even a name that has nothing to decode. */
export function nameText(name: PDFName): string {
  const written = name.asString();
  return written.includes('#') ? name.decodeText() : written.slice(1);
}

/** The items of an array, or the value itself where it stands alone. */
export function items(context: PDFContext, value: PDFObject | undefined): PDFObject[] {
  if (value === undefined) return [];
  const found = context.lookup(value);
  return found instanceof PDFArray ? found.asArray() : [value];
}

export function setEntry(dictionary: PDFDict, key: string, value: PDFObject): void {
  dictionary.set(PDFName.of(key), value);
}

/** Keyed text strings as UTF-16, which every reader understands. */
export function setText(dictionary: PDFDict, key: string, text: string): void {
  setEntry(dictionary, key, PDFHexString.fromText(text));
}

export function arrayOf(context: PDFContext, values: readonly PDFObject[]): PDFArray {
  const array = PDFArray.withContext(context);
  for (const value of values) array.push(value);
  return array;
}
