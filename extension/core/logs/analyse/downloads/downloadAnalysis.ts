import type { AnalysedRecord } from '../analysedRecord';
import type { Analysis } from '../analyser';
import type { LineRules } from '../lineRules';
import { contentRequestRules } from './contentRequestRules';
import { ContentRequests } from './contentRequests';
import type { DownloadFacts } from './downloadFacts';
import { downloadsOf } from './joinDownloads';
import { pullRunsOf } from './joinPullRuns';
import { LocationReplies, locationRules } from './locationReplies';
import { pullRules } from './pullRules';
import { PullRuns } from './pullRuns';
import { TransferManagerJobs } from './transferManagerJobs';
import { transferManagerRules } from './transferManagerRules';
import { transferRules } from './transferRules';
import { Transfers } from './transfers';

/** Reads the logs of a download, one after the other: what belongs together is found by GUIDs, in the end. */
export class DownloadAnalysis implements Analysis<DownloadFacts> {
  private readonly requests = new ContentRequests();
  private readonly manager = new TransferManagerJobs();
  private readonly replies = new LocationReplies();
  private readonly transfers = new Transfers();
  private readonly pulls = new PullRuns();
  private readonly rules: Readonly<Record<string, LineRules>> = {
    contentaccess: contentRequestRules(this.requests),
    contenttransfermanager: transferManagerRules(this.manager),
    locationservices: locationRules(this.replies),
    datatransferservice: transferRules(this.transfers),
    pulldp: pullRules(this.pulls),
  };

  step(record: AnalysedRecord): boolean {
    return this.rules[record.component.toLowerCase()]?.step(record) ?? false;
  }

  end(): DownloadFacts {
    const { requests, manager, replies, transfers, pulls } = this;
    const all = new Map(transfers.all.map((transfer) => [transfer.job, transfer]));
    const downloads = downloadsOf({
      requests: requests.all,
      jobs: manager.all,
      replyOf: (request) => replies.of(request),
      transfers: all,
    });
    const pullRuns = pullRunsOf(pulls.all, all);
    const used = new Set([
      ...downloads.flatMap(({ stays }) => stays.flatMap((stay) => stay.transfers)),
      ...pullRuns.flatMap(({ contents }) => contents.flatMap((content) => content.transfers)),
    ]);
    return {
      downloads,
      replies: replies.all.map((reply) => ({ ...reply, job: manager.jobOf(reply.request) })),
      pullRuns,
      otherTransfers: [...all.values()].filter(({ job }) => !used.has(job)),
      otherErrors: transfers.otherErrors.all,
      earlier: manager.earlier + pulls.earlier,
    };
  }
}
