/** What stands still while the content is missing, worst first. Names are the contract with filters and exports. */
export const impactLevels = [
  'bootImage',
  'taskSequence',
  'due',
  'required',
  'deployed',
  'available',
  'referenced',
  'unknown',
  'none',
] as const;

export type ImpactLevel = (typeof impactLevels)[number];

/** One line for the suggestions and the tooltips. */
export const impactAbout: Readonly<Record<ImpactLevel, string>> = {
  bootImage: 'boot image of a deployed task sequence',
  taskSequence: 'used by a deployed task sequence',
  due: 'required, its deadline near or past',
  required: 'required by a deployment',
  deployed: 'deployed, for which purpose is not known',
  available: 'offered by a deployment',
  referenced: 'used by a task sequence that is not known to be deployed',
  unknown: 'not known whether anything needs it',
  none: 'nothing is known to need it',
};

/** Names for several levels at once, as `impact:` takes them beside the levels. */
export const impactClasses = [
  { value: 'osd', about: 'operating system deployment stands still', levels: ['bootImage', 'taskSequence'] },
] as const satisfies readonly {
  readonly value: string;
  readonly about: string;
  readonly levels: readonly ImpactLevel[];
}[];

/** The values of `impact:` that a level answers to. */
export const impactTexts = (level: ImpactLevel): readonly string[] => [
  level,
  ...impactClasses.filter(({ levels }) => levels.some((one) => one === level)).map(({ value }) => value),
];
