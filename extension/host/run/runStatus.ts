import { l10n, StatusBarAlignment, window, type Disposable, type StatusBarItem } from 'vscode';
import type { Run } from '../../app/run/run';

/** How far the runs at work are, at the bottom of the window. */
export class RunStatus implements Disposable {
  private readonly runs = new Map<string, Run>();
  private readonly atWork = new Set<string>();
  private item: StatusBarItem | undefined;

  /** A run has begun, or has come further. */
  tell(run: Run): void {
    this.runs.set(run.id, run);
    if (run.state.phase === 'ended') this.atWork.delete(run.id);
    else this.atWork.add(run.id);
    this.draw();
  }

  /** It has ended, or was left. */
  over(run: Run): void {
    if (this.runs.get(run.id) === run) this.atWork.delete(run.id);
    this.draw();
  }

  /** `12/40`; '' for a run that was not at work here. */
  farOf(id: string): string {
    const run = this.runs.get(id);
    return run === undefined ? '' : `${run.state.ended.length}/${run.state.plan.steps.length}`;
  }

  dispose(): void {
    this.item?.dispose();
  }

  private draw(): void {
    if (this.atWork.size === 0) {
      this.item?.hide();
      return;
    }
    this.item ??= window.createStatusBarItem('configmgrContent.runs', StatusBarAlignment.Left);
    this.item.name = l10n.t('ConfigMgr Content: runs');
    this.item.command = 'configmgrContent.run.show';
    this.item.text = `$(send) ${Array.from(this.atWork, (id) => this.farOf(id)).join('  ')}`;
    this.item.tooltip = l10n.t('Show what runs at the site');
    this.item.show();
  }
}
