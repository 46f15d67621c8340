/** What lines mean by the lines before them; plain data, so that a reader can go on from where another one stopped. */
export interface LineContext {
  /** The last time that was written, which lines without one inherit. */
  local: number;
  bias: number;
  biasIsOffset: boolean;
  /** IIS: the places of fields by the last `#Fields:`; -1 for one that is not there. */
  iisFields: Readonly<Record<IisField, number>> | undefined;
  /** The day of a file that writes times without dates: IIS's `#Date:`, an MSI log's header. NaN is unknown. */
  day: number;
}

export type IisField = 'date' | 'time' | 'status' | 'site';

export const freshContext = (): LineContext => ({
  local: NaN,
  bias: NaN,
  biasIsOffset: false,
  iisFields: undefined,
  day: NaN,
});
