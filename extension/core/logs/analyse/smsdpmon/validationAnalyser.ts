import { ofComponents, type Analyser } from '../analyser';
import { ValidationAnalysis } from './validationAnalysis';
import type { ValidationFacts } from './validationFacts';
import { validationReport } from './validationReport';

/** smsdpmon.log of a distribution point: packages, results, what came before a bad one. */
export const validationAnalyser: Analyser<ValidationFacts> = {
  id: 'smsdpmon',
  title: 'Content validation',
  reach: 'log',
  takes: ofComponents('sms_distribution_point_monitoring'),
  begin: () => new ValidationAnalysis(),
  report: validationReport,
};
