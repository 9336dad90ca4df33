interface PhoneHit {
  readonly kind: 'phone';
  readonly start: number;
  readonly end: number;
}

const number = /\d(?:[\s.\-/()]{0,2}\d){7,}/gu;

/** How a phone number may read, digits alone: a French one with 0, 33 or 0033. */
export function phoneKeys(phone: string): string[] {
  const digits = phone.replace(/\D/gu, '');
  const french = /^(?:0|33|0033)(?:0)?([1-9]\d{8})$/u.exec(digits)?.[1];
  if (french !== undefined) return [`0${french}`, `33${french}`, `0033${french}`, `330${french}`];
  return digits.length >= 8 ? [digits, `00${digits}`] : [];
}

/** Finds the rows of digits that hold one of `keys`. */
export function findPhones(text: string, keys: ReadonlySet<string>): PhoneHit[] {
  if (keys.size === 0) return [];
  return Array.from(text.matchAll(number)).flatMap(({ 0: found, index }): PhoneHit[] => {
    const digits = found.replace(/\D/gu, '');
    const isPhone = [...keys].some((key) => digits.includes(key));
    return isPhone ? [{ kind: 'phone', start: index, end: index + found.length }] : [];
  });
}
