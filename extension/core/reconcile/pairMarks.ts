/** What is known of a pair beside its facts: what admins said of it, and how it stood before. */
export interface PairMarks {
  /** `expired` counts again, as `no` does. */
  readonly acknowledged: 'no' | 'yes' | 'expired';
  /** A problem that was none a day before. */
  readonly isNew: boolean;
  /** A problem that went and came back, more than once. */
  readonly isFlapping: boolean;
}

const yes = 'yes';
const no = 'no';

/** What the fields `acknowledged:`, `new:` and `flapping:` of a filter find; undefined is none of them. */
export const markTexts = (field: string, marks: PairMarks | undefined): readonly string[] => {
  switch (field) {
    case 'acknowledged': {
      const acknowledged = marks?.acknowledged ?? no;
      return acknowledged === 'expired' ? ['expired', no] : [acknowledged];
    }
    case 'new':
      return [marks?.isNew === true ? yes : no];
    case 'flapping':
      return [marks?.isFlapping === true ? yes : no];
    default:
      return [];
  }
};
