import type { Command } from './command';
import type { CommandId } from './commandIds';
import { acknowledge } from './acknowledge/acknowledge';
import { removeAcknowledgement } from './acknowledge/removeAcknowledgement';
import { prepareCleanup } from './cleanup/prepareCleanup';
import { prepareDelete } from './cleanup/prepareDelete';
import { reviewCleanup } from './cleanup/reviewCleanup';
import { compareAcrossDps } from './compare/compareAcrossDps';
import { compareWith } from './compare/compareWith';
import { compareWithGroups } from './compare/compareWithGroups';
import { compareWithLibrary } from './compare/compareWithLibrary';
import { compareWithMembers } from './compare/compareWithMembers';
import { showLeftovers } from './compare/showLeftovers';
import { cancelDistribution } from './content/cancelDistribution';
import { checkReadiness } from './content/checkReadiness';
import { copyEvidence } from './content/copyEvidence';
import { distribute } from './content/distribute';
import { exportContent } from './content/exportContent';
import { findMissing } from './content/findMissing';
import { pickFilter } from './content/pickFilter';
import { redistribute } from './content/redistribute';
import { remove } from './content/remove';
import { repair } from './content/repair';
import { showHeatMap } from './content/showHeatMap';
import { showEvidence } from './content/showEvidence';
import { showNeeds } from './content/showNeeds';
import { updateContent } from './content/updateContent';
import { validate } from './content/validate';
import { giveContent } from './dp/giveContent';
import { showCycles } from './dp/showCycles';
import { validateDp } from './dp/validateDp';
import { findMismatches } from './library/findMismatches';
import { repairLibrary } from './library/repairLibrary';
import { undoRepair } from './library/undoRepair';
import { analyseLogs } from './log/analyseLogs';
import { actInLog } from './logView/actInLog';
import { openLogView } from './logView/openLogView';
import { openScenario } from './logView/openScenario';
import { explainError } from './log/explainError';
import { nextError, previousError } from './log/goToError';
import { redistributeNamed } from './log/redistributeNamed';
import { revealPackage } from './log/revealPackage';
import { confirmPlan } from './plan/confirmPlan';
import { openPlan } from './plan/openPlan';
import { showDocument } from './plan/showDocument';
import { showPlan } from './plan/showPlan';
import { stopPlan } from './plan/stopPlan';
import { continueRun } from './run/continueRun';
import { exportRun } from './run/exportRun';
import { schedulePlan } from './run/schedulePlan';
import { showJournal } from './run/showJournal';
import { showRun } from './run/showRun';
import { checkRules } from './rules/checkRules';
import { generateRules } from './rules/generateRules';
import { addSite } from './site/addSite';
import { connectDemo } from './site/connectDemo';
import { connectSite } from './site/connectSite';
import { disconnect } from './site/disconnect';
import { editSite } from './site/editSite';
import { forgetSite } from './site/forgetSite';
import { refresh } from './site/refresh';
import { showHistory } from './site/showHistory';
import { stopReading } from './site/stopReading';
import { testConnection } from './site/testConnection';
import { showCalendar } from './validation/showCalendar';
import { showTrace } from './trace/showTrace';
import { clearFilter } from './tree/clearFilter';
import { copyName } from './tree/copyName';
import { filter } from './tree/filter';
import { reveal } from './tree/reveal';
import { showMore } from './tree/showMore';

/** A chunk of its own: a window starts without what no command has asked for. */
export const commandTable: Readonly<Record<CommandId, Command>> = {
  'configmgrContent.site.add': addSite,
  'configmgrContent.site.connect': connectSite,
  'configmgrContent.site.connectDemo': connectDemo,
  'configmgrContent.site.edit': editSite,
  'configmgrContent.site.forget': forgetSite,
  'configmgrContent.site.test': testConnection,
  'configmgrContent.site.disconnect': disconnect,
  'configmgrContent.site.refresh': refresh,
  'configmgrContent.site.stopReading': stopReading,
  'configmgrContent.site.showHistory': showHistory,
  'configmgrContent.content.findMissing': findMissing,
  'configmgrContent.content.export': exportContent,
  'configmgrContent.content.pickFilter': pickFilter,
  'configmgrContent.content.showHeatMap': showHeatMap,
  'configmgrContent.content.repair': repair,
  'configmgrContent.content.distribute': distribute,
  'configmgrContent.content.updateContent': updateContent,
  'configmgrContent.content.remove': remove,
  'configmgrContent.content.redistribute': redistribute,
  'configmgrContent.content.validate': validate,
  'configmgrContent.content.cancelDistribution': cancelDistribution,
  'configmgrContent.content.showEvidence': showEvidence,
  'configmgrContent.content.copyEvidence': copyEvidence,
  'configmgrContent.content.checkReadiness': checkReadiness,
  'configmgrContent.content.showNeeds': showNeeds,
  'configmgrContent.content.acknowledge': acknowledge,
  'configmgrContent.content.removeAcknowledgement': removeAcknowledgement,
  'configmgrContent.compare.with': compareWith,
  'configmgrContent.compare.withGroups': compareWithGroups,
  'configmgrContent.compare.withMembers': compareWithMembers,
  'configmgrContent.compare.acrossDps': compareAcrossDps,
  'configmgrContent.compare.withLibrary': compareWithLibrary,
  'configmgrContent.compare.leftovers': showLeftovers,
  'configmgrContent.library.findMismatches': findMismatches,
  'configmgrContent.cleanup.prepare': prepareCleanup,
  'configmgrContent.cleanup.review': reviewCleanup,
  'configmgrContent.cleanup.prepareDelete': prepareDelete,
  'configmgrContent.dp.giveContent': giveContent,
  'configmgrContent.dp.validate': validateDp,
  'configmgrContent.dp.showCycles': showCycles,
  'configmgrContent.validation.showCalendar': showCalendar,
  'configmgrContent.plan.open': openPlan,
  'configmgrContent.plan.showDocument': showDocument,
  'configmgrContent.plan.show': showPlan,
  'configmgrContent.plan.confirm': confirmPlan,
  'configmgrContent.plan.stop': stopPlan,
  'configmgrContent.run.show': showRun,
  'configmgrContent.run.showJournal': showJournal,
  'configmgrContent.run.continue': continueRun,
  'configmgrContent.run.export': exportRun,
  'configmgrContent.run.schedule': schedulePlan,
  'configmgrContent.library.repair': repairLibrary,
  'configmgrContent.library.undo': undoRepair,
  'configmgrContent.rules.check': checkRules,
  'configmgrContent.rules.generate': generateRules,
  'configmgrContent.tree.filter': filter,
  'configmgrContent.tree.clearFilter': clearFilter,
  'configmgrContent.tree.showMore': showMore,
  'configmgrContent.tree.reveal': reveal,
  'configmgrContent.tree.copyName': copyName,
  'configmgrContent.log.analyse': analyseLogs,
  'configmgrContent.logView.open': openLogView,
  'configmgrContent.logView.openScenario': openScenario,
  'configmgrContent.logView.find': actInLog('find'),
  'configmgrContent.logView.findNext': actInLog('findNext'),
  'configmgrContent.logView.findPrevious': actInLog('findPrevious'),
  'configmgrContent.logView.nextError': actInLog('nextError'),
  'configmgrContent.logView.previousError': actInLog('previousError'),
  'configmgrContent.logView.toggleBookmark': actInLog('toggleBookmark'),
  'configmgrContent.logView.nextBookmark': actInLog('nextBookmark'),
  'configmgrContent.logView.previousBookmark': actInLog('previousBookmark'),
  'configmgrContent.logView.goToTime': actInLog('goToTime'),
  'configmgrContent.logView.follow': actInLog('follow'),
  'configmgrContent.logView.fade': actInLog('fade'),
  'configmgrContent.logView.collapse': actInLog('collapse'),
  'configmgrContent.logView.lanes': actInLog('lanes'),
  'configmgrContent.logView.copy': actInLog('copy'),
  'configmgrContent.logView.export': actInLog('export'),
  'configmgrContent.logView.filters': actInLog('filters'),
  'configmgrContent.log.explainError': explainError,
  'configmgrContent.log.nextError': nextError,
  'configmgrContent.log.previousError': previousError,
  'configmgrContent.log.revealPackage': revealPackage,
  'configmgrContent.log.redistribute': redistributeNamed,
  'configmgrContent.trace.show': showTrace,
};
