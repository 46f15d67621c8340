import type { Trace } from '../report';
import type { Download, PullRun } from './downloadFacts';
import {
  downloadName,
  downloadOutcomes,
  downloadSubject,
  pullName,
  pullOutcomes,
  pullSubject,
} from './downloadWords';

export const downloadTraces = (download: Download): readonly Trace[] => {
  const { requested, began, stays, ended, outcome } = download;
  const subject = downloadSubject(download);
  const name = downloadName(download);
  const traces: Trace[] = [];
  if (requested !== undefined)
    traces.push({ subject, at: requested, text: `${name} was requested`, tone: 'info' });
  if (began !== undefined) traces.push({ subject, at: began, text: `${name} began`, tone: 'info' });
  for (const [index, { server, from }] of stays.entries())
    traces.push({
      subject: { ...subject, dp: server },
      at: from,
      text: index === 0 ? `${name} went to ${server}` : `${name} went on to ${server}`,
      tone: index === 0 ? 'info' : 'warning',
    });
  if (ended !== undefined && outcome !== 'open')
    traces.push({
      subject,
      at: ended,
      text: `${name}: ${downloadOutcomes[outcome]}`,
      tone: outcome === 'failed' || outcome === 'noLocation' ? 'error' : 'info',
    });
  return traces;
};

export const pullTraces = (run: PullRun): readonly Trace[] => {
  const { began, ended, outcome } = run;
  const subject = pullSubject(run);
  const traces: Trace[] = [];
  if (began !== undefined) traces.push({ subject, at: began, text: `${pullName(run)} began`, tone: 'info' });
  if (ended !== undefined)
    traces.push({
      subject,
      at: ended,
      text: `${pullName(run)}: ${pullOutcomes[outcome]}`,
      tone: outcome === 'failed' ? 'error' : 'info',
    });
  return traces;
};
