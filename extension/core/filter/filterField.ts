/** What a table lets its filter ask for. `choice` takes the listed values only, `size` takes bytes, `time` an age or a date. */
export type FilterField = {
  readonly name: string;
  /** One line for the suggestions. */
  readonly about: string;
} & (
  | { readonly kind: 'text'; /** Free words look here too. */ readonly searched: boolean }
  | { readonly kind: 'choice'; readonly values: readonly FilterChoice[] }
  | { readonly kind: 'size' }
  | { readonly kind: 'time' }
);

export interface FilterChoice {
  readonly value: string;
  readonly about: string;
}

export type FilterFields = readonly FilterField[];

/** Field names are case-insensitive, like everything in a filter. */
export const findField = (fields: FilterFields, name: string): FilterField | undefined => {
  const wanted = name.toLowerCase();
  return fields.find((field) => field.name === wanted);
};
