const period =
  /^(?:[12]\d{3}(?:[-–/]\d{2,4})?|[TQ][1-4][\s\u00a0-]?[12]\d{3}|[12]\d{3}[\s\u00a0-]?[TQ][1-4])$/u;

/** Whether all categories are years or quarters: time runs from left to right. */
export function arePeriods(categories: readonly string[]): boolean {
  return categories.length > 1 && categories.every((name) => period.test(name.trim()));
}
