import { ofComponents, type Analyser } from '../analyser';
import { SenderAnalysis } from './senderAnalysis';
import type { SenderFacts } from './senderFacts';
import { senderReport } from './senderReport';

/** sender.log of a site server, with the sizes that the scheduler's log beside it tells. */
export const senderAnalyser: Analyser<SenderFacts> = {
  id: 'sender',
  title: 'Sender',
  reach: 'folder',
  takes: ofComponents('sms_lan_sender', 'sms_scheduler'),
  begin: () => new SenderAnalysis(),
  report: senderReport,
};
