import type { Browser } from 'playwright-core';
import type { AnalysedLog } from '../../../extension/core/logs/analyse/logAnalysis';
import { askedRows, shownLog } from '../../../extension/host/panels/analysisState';
import * as protocol from '../../../extension/protocol/analysisPage';
import { openPage, type FakeOptions, type FakeVsCode } from './fakeVsCode';

/** The page of analysed logs, told what to show. */
export interface OpenAnalysis extends FakeVsCode {
  /** Lines that were to be opened. */
  readonly opened: readonly { readonly file: string; readonly line: number }[];
  readonly tell: (logs: readonly AnalysedLog<unknown>[], more?: Partial<protocol.AnalysisState>) => void;
}

export const openAnalysis = async (
  browser: Browser,
  first: readonly AnalysedLog<unknown>[],
  options: FakeOptions & { readonly more?: Partial<protocol.AnalysisState> } = {},
): Promise<OpenAnalysis> => {
  let [logs, more] = [first, options.more ?? {}];
  const opened: { file: string; line: number }[] = [];
  const fake = await openPage(
    browser,
    'analysis',
    (endpoint) => {
      endpoint.handle(protocol.analysisState, () => ({
        uris: ['file:///logs/distmgr.log'],
        reading: false,
        logs: logs.map(shownLog),
        notes: [],
        ...more,
      }));
      endpoint.handle(protocol.analysisRows, (asked) => askedRows(logs, asked));
      endpoint.handle(protocol.analysisOpen, (line) => {
        opened.push(line);
        return undefined;
      });
      endpoint.handle(protocol.analysisAgain, () => undefined);
    },
    options,
  );
  return {
    ...fake,
    opened,
    tell: (next, nextMore = {}) => {
      [logs, more] = [next, nextMore];
      fake.endpoint.notify(protocol.analysisChanged, undefined);
    },
  };
};
