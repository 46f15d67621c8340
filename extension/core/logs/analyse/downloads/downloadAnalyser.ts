import { ofComponents, type Analyser } from '../analyser';
import { worstFirst, type Section } from '../report';
import { sectionOf } from '../section';
import { DownloadAnalysis } from './downloadAnalysis';
import type { DownloadFacts, PullRun } from './downloadFacts';
import { downloadFindings } from './downloadFindings';
import {
  downloadTable,
  pullTable,
  replyTable,
  stayTable,
  transferTable,
  type PullRunContent,
} from './downloadTables';
import { downloadTraces, pullTraces } from './downloadTraces';

/**
 * Logs of a client's downloads (CAS, ContentTransferManager, LocationServices, DataTransferService) and of a pull DP's
 * (PullDP, with the DataTransferService.log beside it), as many of them as there are.
 */
export const downloadAnalyser: Analyser<DownloadFacts> = {
  id: 'downloads',
  title: 'Downloads',
  reach: 'folder',
  takes: ofComponents(
    'contentaccess',
    'contenttransfermanager',
    'locationservices',
    'datatransferservice',
    'pulldp',
  ),
  begin: () => new DownloadAnalysis(),
  report: (facts) => ({
    findings: worstFirst(downloadFindings(facts)),
    sections: sectionsOf(facts).filter(({ rows }) => rows.length > 0),
    traces: [...facts.downloads.flatMap(downloadTraces), ...facts.pullRuns.flatMap(pullTraces)],
  }),
};

const sectionsOf = (facts: DownloadFacts): readonly Section[] => {
  const { downloads, replies, pullRuns, otherTransfers, earlier } = facts;
  const stays = downloads.flatMap((download) => download.stays.map((stay) => ({ download, stay })));
  return [
    sectionOf(downloadTable, downloads, earlier),
    sectionOf(stayTable, stays),
    sectionOf(replyTable, replies),
    sectionOf(pullTable, pullRuns.flatMap(contentsOf)),
    sectionOf(transferTable, otherTransfers),
  ];
};

const contentsOf = (run: PullRun): readonly PullRunContent[] =>
  run.contents.length === 0
    ? [{ run, content: undefined }]
    : run.contents.map((content) => ({ run, content }));
