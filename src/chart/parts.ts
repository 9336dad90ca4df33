/** What a chart of squares is made of: the categories of its first series, or its series where it has one category. */
export interface Parts<Value> {
  readonly names: readonly string[];
  readonly values: readonly (Value | undefined)[];
  /** Rank of the series and of the category of each part. */
  readonly places: readonly { readonly series: number; readonly category: number }[];
}

interface Cells<Value> {
  readonly categories: readonly string[];
  readonly series: readonly { readonly name: string; readonly values: readonly (Value | undefined)[] }[];
}

export function partsOf<Value>({ categories, series }: Cells<Value>): Parts<Value> {
  const isOfSeries = categories.length === 1 && series.length > 1;
  const places = isOfSeries
    ? series.map((_, index) => ({ series: index, category: 0 }))
    : categories.map((_, index) => ({ series: 0, category: index }));
  return {
    names: isOfSeries ? series.map(({ name }) => name) : categories,
    values: places.map((at) => series[at.series]?.values[at.category]),
    places,
  };
}
