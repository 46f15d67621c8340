import { commands, l10n, type Disposable } from 'vscode';
import type { KnownSite } from '../../app/knownSite';
import type { OpenSite } from '../../app/siteSession';
import type { MatrixAxes, MatrixView } from '../../core/matrix/matrix';
import type { Endpoint } from '../../protocol/endpoint';
import * as protocol from '../../protocol/matrixPage';
import type { CommandId } from '../commands/commandIds';
import { missingState } from './missingState';
import type { OpenPage } from './pagePanel';

const largestTile = 2_000;
const largestPage = 500;

/** The heat map of one site, fed on request from its findings. */
export class MatrixPanel implements Disposable {
  private targets: protocol.MatrixState['targets'];
  /** Of which read of the site the targets were asked for. */
  private targetsOf: number | undefined;
  private readonly closing = new AbortController();

  constructor(
    private readonly site: KnownSite,
    private readonly page: OpenPage,
    private readonly showMissing: (filter: string | undefined) => void,
  ) {
    const unregister = site.session.onDidChange(() => this.tellChanged());
    page.panel.onDidDispose(() => {
      unregister();
      this.closing.abort();
    });
    this.answer(page.endpoint);
  }

  reveal(): void {
    this.page.panel.reveal();
  }

  dispose(): void {
    this.page.panel.dispose();
  }

  private answer(endpoint: Endpoint): void {
    endpoint.handle(protocol.matrixState, () => ({
      ...missingState(this.site, undefined),
      targets: this.targets,
    }));
    endpoint.handle(protocol.matrixOpen, ({ view }, signal) => this.openMatrix(view, signal));
    endpoint.handle(protocol.matrixTile, ({ view, stamp, first, count }, signal) =>
      this.open().findings.matrix.tile(view, stamp, first, Math.min(count, largestTile), signal),
    );
    endpoint.handle(protocol.matrixTotals, ({ view, offset, limit }, signal) =>
      this.open().findings.matrix.totals(view, offset, Math.min(limit, largestPage), signal),
    );
    endpoint.handle(protocol.matrixExplain, async ({ pair }, signal) => {
      const explained = await this.open().findings.explain(pair, signal);
      return explained?.row;
    });
    endpoint.handle(protocol.matrixAct, async ({ action, selection }) => {
      await commands.executeCommand(commandOf(action), selection, this.site.key);
      return undefined;
    });
    endpoint.handle(protocol.matrixShowMissing, ({ filter }) => {
      this.showMissing(filter);
      return undefined;
    });
    endpoint.handle(protocol.matrixRefresh, async () => {
      const refresh: CommandId = 'configmgrContent.site.refresh';
      await commands.executeCommand(refresh, undefined, this.site.key);
      return undefined;
    });
  }

  /** The targets are read once for each read of the site, and only where cells ask for it. */
  private async openMatrix(view: MatrixView, signal: AbortSignal): Promise<MatrixAxes> {
    const axes = await this.open().findings.matrix.open(view, signal);
    const readAt = this.site.session.state.summary?.readAt;
    if (axes.open > 0 && readAt !== undefined && readAt !== this.targetsOf) {
      this.targetsOf = readAt;
      void this.readTargets();
    }
    return axes;
  }

  private async readTargets(): Promise<void> {
    this.tellTargets({ kind: 'reading' });
    try {
      const { readTargets } = await import('../../app/readTargets.js');
      await readTargets(this.site.session, this.closing.signal);
      this.tellTargets(undefined);
    } catch (error) {
      this.tellTargets({ kind: 'failed', cause: error instanceof Error ? error.message : String(error) });
    }
  }

  private tellTargets(targets: protocol.MatrixState['targets']): void {
    this.targets = targets;
    this.tellChanged();
  }

  private open(): OpenSite {
    const { site } = this.site.session;
    if (site === undefined) throw new Error(l10n.t('The site is not connected. Refresh to connect to it.'));
    return site;
  }

  private tellChanged(): void {
    this.page.endpoint.notify(protocol.matrixChanged, undefined);
  }
}

const commandOf = (action: protocol.MatrixAction): CommandId => {
  switch (action) {
    case 'repair':
      return 'configmgrContent.content.repair';
    case 'redistribute':
      return 'configmgrContent.content.redistribute';
    case 'validate':
      return 'configmgrContent.content.validate';
    case 'cancel':
      return 'configmgrContent.content.cancelDistribution';
    case 'reveal':
      return 'configmgrContent.tree.reveal';
  }
};
