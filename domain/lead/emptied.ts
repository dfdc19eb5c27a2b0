/** Facts that somebody may take away without putting another in their place. */
export const emptiable = [
  'name',
  'company',
  'phone',
  'otherPhones',
  'email',
  'address',
  'postcode',
  'city',
  'installation',
  'timeframe',
  'budget',
  'wishedDate',
] as const;
export type Emptiable = (typeof emptiable)[number];

export const isEmptiable = (name: string): name is Emptiable => emptiable.some((one) => one === name);
