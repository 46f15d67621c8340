import type { LineRules } from '../lineRules';
import type { DistmgrAnalysis } from './distmgrAnalysis';
import { PackageRuns } from './packageRuns';

/** The lines of distmgr.log that name a distribution point or another site. */
export const distmgrTargets = (rules: LineRules, analysis: DistmgrAnalysis): void => {
  readTargets(rules, analysis);
  readThreads(rules, analysis);
  readSites(rules, analysis);
};

const readTargets = (rules: LineRules, { runs, pairs }: DistmgrAnalysis): void => {
  rules
    .on('Start adding package {packageId:packageId} to server {dp:dp}', ({ packageId, dp }) => {
      const run = runs.of(packageId);
      if (run !== undefined) PackageRuns.addServer(run, dp);
    })
    .on(
      'Created package transfer job to send package {packageId:packageId} to distribution point {dp:dp}',
      ({ packageId, dp }, record) => {
        pairs.note(packageId, dp, { handedOver: record.at });
        const run = runs.of(packageId);
        if (run !== undefined) run.transferJobs++;
      },
    )
    .on(
      'Successfully updated the package server status for {dp:dp} for package {packageId:packageId}, Status {status:int}',
      ({ packageId, dp, status }, { at }) => pairs.note(packageId, dp, { status, statusAt: at }),
    );
};

const readThreads = (rules: LineRules, { runs, pairs, dpThreads }: DistmgrAnalysis): void => {
  rules
    .on(
      'Created DP processing thread {thread:int} for addition or update of package {packageId:packageId} on server {dp:dp}',
      ({ thread, packageId, dp }, record) => {
        dpThreads.begin(thread, packageId, dp, record.at);
        const run = runs.of(packageId);
        if (run === undefined) return;
        run.dpThreadsBegun++;
        PackageRuns.addServer(run, dp);
      },
    )
    .on(
      'DP thread for package {packageId:packageId} with thread handle {} and thread ID {thread:int} ended',
      ({ packageId, thread }, record) => {
        dpThreads.end(thread, packageId, record.at);
        const run = runs.of(packageId);
        if (run !== undefined) run.dpThreadsEnded++;
      },
    )
    .on('Package Server {dp:dp} is a PullDP', ({ dp }, record) => {
      const packageId = dpThreads.packageOf(record.thread);
      if (packageId !== undefined) pairs.note(packageId, dp, { isPull: true });
    })
    .know('DP Thread: Attempting to add or update package {:packageId} on DP ');
};

const readSites = (rules: LineRules, analysis: DistmgrAnalysis): void => {
  const { runs } = analysis;
  rules
    .on(
      "The contents for the package {packageId:packageId} hasn't arrived from site {site:siteCode} yet",
      ({ packageId, site }, { at }) => analysis.misses(packageId, site, at),
    )
    .on(
      'Created minijob to send compressed copy of package {packageId:packageId} to site {:siteCode}.',
      ({ packageId }) => {
        const run = runs.of(packageId);
        if (run !== undefined) run.minijobs++;
      },
    )
    .know('Needs to send the compressed package for package {:packageId} to site ');
};
